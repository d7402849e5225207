/* SPDX-License-Identifier: MIT */
/* measure.c - runs a command and writes what it used: exit status, user and system microseconds, peak KiB.
 *
 *     measure RESULT SECONDS COMMAND...
 *
 * After SECONDS of wall time the command is killed; the status is then 124. A small process of its own, because the peak
 * that the kernel reports for a child is never below the size of its parent.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static pid_t child;
static volatile sig_atomic_t timed_out;

static void on_alarm(int signal_number)
{
    (void)signal_number;
    timed_out = 1;
    kill(child, SIGKILL);
}

static long long micros(struct timeval t)
{
    return (long long)t.tv_sec * 1000000 + t.tv_usec;
}

int main(int argc, char **argv)
{
    if (argc < 4) {
        fputs("usage: measure RESULT SECONDS COMMAND...\n", stderr);
        return 2;
    }
    child = fork();
    if (child < 0) {
        perror("fork");
        return 1;
    }
    if (child == 0) {
        execvp(argv[3], argv + 3);
        perror(argv[3]);
        _exit(127);
    }
    signal(SIGALRM, on_alarm);
    alarm((unsigned)atoi(argv[2]));
    int status = 0;
    struct rusage used;
    while (wait4(child, &status, 0, &used) < 0)
        ;
    FILE *out = fopen(argv[1], "w");
    if (out == NULL) {
        perror(argv[1]);
        return 1;
    }
    int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    fprintf(out, "%d %lld %lld %ld\n", timed_out ? 124 : code, micros(used.ru_utime), micros(used.ru_stime), used.ru_maxrss);
    fclose(out);
    return 0;
}
