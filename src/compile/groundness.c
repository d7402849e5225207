/* groundness.c - which subterms of a clause are ground.
 * SPDX-License-Identifier: MIT
 */
#include "compile/groundness.h"

#include "base/hash.h"
#include "base/vec.h"
#include "term/text.h"

#define SHORT_WALK 64u

void groundness_init(Groundness *g, Alloc *alloc)
{
    *g = (Groundness){.alloc = alloc};
}

void groundness_free(Groundness *g)
{
    VEC_FREE(g->alloc, g->stack, g->stack_capacity);
    alloc_free(g->alloc, g->known, g->known_capacity * sizeof(Cell));
}

static bool push(Groundness *g, size_t *count, Cell c)
{
    if (!VEC_RESERVE(g->alloc, g->stack, g->stack_capacity, *count + 1)) {
        g->failed = true;
        return false;
    }
    g->stack[(*count)++] = c;
    return true;
}

static bool is_open(Cell c)
{
    return cell_is_var(c) || (cell_is_raw(c) && cell_tag(c) == TAG_ATM);
}

/* ---- the set of compounds known to hold variables ---- */

static Cell *known_slot(const Groundness *g, Cell c)
{
    size_t mask = g->known_capacity - 1, i = hash_word(0, c) & mask;
    while (g->known[i] && g->known[i] != c)
        i = (i + 1) & mask;
    return &g->known[i];
}

static bool known_grow(Groundness *g)
{
    size_t capacity = g->known_capacity ? g->known_capacity * 2 : 256;
    Groundness larger = {.known = alloc_zero(g->alloc, capacity * sizeof(Cell)), .known_capacity = capacity};
    if (!larger.known)
        return false;
    for (size_t i = 0; i < g->known_capacity; i++)
        if (g->known[i])
            *known_slot(&larger, g->known[i]) = g->known[i];
    alloc_free(g->alloc, g->known, g->known_capacity * sizeof(Cell));
    g->known = larger.known;
    g->known_capacity = capacity;
    return true;
}

static void known_add(Groundness *g, Cell c)
{
    if (g->known_count * 2 >= g->known_capacity && !known_grow(g)) {
        g->failed = true;
        return;
    }
    Cell *slot = known_slot(g, c);
    g->known_count += *slot == 0;
    *slot = c;
}

static uint32_t part_count(Cell c)
{
    return cell_is_str(c) ? functor_arity(str_functor(c)) : cell_is_lst(c) ? 2 : 1;
}

static Cell part(Cell c, uint32_t i)
{
    if (cell_is_str(c))
        return cell_deref(str_cells(c)[1 + i]);
    return cell_deref(cell_is_lst(c) ? lst_cells(c)[i] : *txt_tail(c));
}

/* Remembers every compound inside `root` that holds a variable. The stack holds triples: compound, next part, "holds a variable". */
static void remember_open(Groundness *g, Cell root)
{
    size_t count = 0;
    push(g, &count, root);
    push(g, &count, 0);
    push(g, &count, 0);
    while (count && !g->failed) {
        Cell c = g->stack[count - 3];
        uint32_t i = (uint32_t)g->stack[count - 2];
        if (i == part_count(c)) {
            bool open = g->stack[count - 1] != 0;
            count -= 3;
            if (open) {
                known_add(g, c);
                if (count)
                    g->stack[count - 1] = 1;
            }
            continue;
        }
        g->stack[count - 2]++;
        Cell x = part(c, i);
        if (is_open(x)) {
            g->stack[count - 1] = 1;
        } else if (cell_is_compound(x)) {
            push(g, &count, x);
            push(g, &count, 0);
            push(g, &count, 0);
        }
    }
}

bool term_is_known_ground(Groundness *g, Cell compound)
{
    if (g->known_count && *known_slot(g, compound))
        return false;
    size_t count = 0, steps = 0;
    if (!push(g, &count, compound))
        return false;
    while (count) {
        Cell c = g->stack[--count];
        steps++;
        if (is_open(c) || (cell_is_compound(c) && g->known_count && *known_slot(g, c))) {
            if (steps > SHORT_WALK)
                remember_open(g, compound);
            return false;
        }
        if (cell_is_compound(c))
            for (uint32_t i = part_count(c); i-- > 0;)
                if (!push(g, &count, part(c, i)))
                    return false;
    }
    return true;
}
