/* status.h - what a step of Prolog work can come to.
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_TERM_STATUS_H
#define HORN_TERM_STATUS_H

typedef enum Status {
    ST_FAIL,   /* the goal fails */
    ST_TRUE,   /* the goal succeeds */
    ST_ERROR,  /* an error term is set in the engine */
    ST_RETRY,  /* nothing was changed; run it again when Store.cells_needed cells are there */
    ST_CALL,   /* Engine.goal is to be run in place of this one */
    ST_YIELD,  /* the engine has an answer to hand out */
    ST_SWITCH, /* the goal succeeds, and the loop for the other setting of occurs_check is to go on */
    ST_HALT    /* the machine is to stop with Machine.halt_status */
} Status;

#endif
