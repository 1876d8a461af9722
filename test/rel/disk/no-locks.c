#define _GNU_SOURCE
#include <fcntl.h>
#include <stdarg.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Every lock of a part of a file is granted, and none is seen: the control of rel:two. */
static int locks_nothing(int file, int command, void *argument) {
  if (command == F_SETLK || command == F_SETLKW || command == F_OFD_SETLK || command == F_OFD_SETLKW) return 0;
  if (command == F_GETLK || command == F_OFD_GETLK) {
    ((struct flock *)argument)->l_type = F_UNLCK;
    return 0;
  }
  return syscall(SYS_fcntl, file, command, argument);
}

static void *argument_of(va_list list) {
  return va_arg(list, void *);
}

int fcntl(int file, int command, ...) {
  va_list list;
  va_start(list, command);
  void *argument = argument_of(list);
  va_end(list);
  return locks_nothing(file, command, argument);
}

int fcntl64(int file, int command, ...) {
  va_list list;
  va_start(list, command);
  void *argument = argument_of(list);
  va_end(list);
  return locks_nothing(file, command, argument);
}
