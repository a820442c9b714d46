/// The requests to valgrind's callgrind that the complexity tests make; without valgrind's header, or outside it, they do
/// nothing.
#ifndef NEWSFOLD_CCALLGRIND_H
#define NEWSFOLD_CCALLGRIND_H

/// Whether the program runs under valgrind.
int newsfold_is_counted(void);

/// Begins to count instructions.
void newsfold_count_start(void);

/// Writes what was counted since the start, under a name.
void newsfold_count_end(const char *_Nonnull name);

#endif
