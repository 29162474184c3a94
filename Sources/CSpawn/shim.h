#include <spawn.h>

// The C library has these only for those who ask for GNU extensions, and Swift imports it without them.
#define POSIX_SPAWN_SETSID 0x80
int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *path);
int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);
int pipe2(int descriptors[2], int flags);
int pidfd_open(int process, unsigned int flags);
