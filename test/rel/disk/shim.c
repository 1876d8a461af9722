/*
 * Stands between a process and the disk: for files under EVENKEEL_DISK_FOLDER it records every change in the order
 * the process made it (EVENKEEL_DISK_RECORD), and fails the operation it is told to (EVENKEEL_DISK_ORDER).
 * Loaded with LD_PRELOAD, for tests only.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

/* What the test writes and reads while the process runs: fail operation number `at` (0: none), and how. */
struct order {
  int32_t at, error, lasting, count, failed;
};
/* Before each record: lengths of the two texts and of the data that follow. */
struct record {
  char kind;
  char pad[3];
  uint32_t path, to;
  int64_t at, length;
};

static const char *folder;
static size_t folder_length;
static struct order *order;
static int record_file = -1;
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

__attribute__((constructor)) static void start(void) {
  folder = getenv("EVENKEEL_DISK_FOLDER");
  if (!folder) return;
  folder_length = strlen(folder);
  const char *orders = getenv("EVENKEEL_DISK_ORDER");
  if (orders) {
    int file = REAL(open)(orders, O_RDWR);
    void *memory = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (memory != MAP_FAILED) order = memory;
  }
  const char *records = getenv("EVENKEEL_DISK_RECORD");
  if (records) record_file = REAL(open)(records, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static int is_ours(const char *path) {
  return folder && path && strncmp(path, folder, folder_length) == 0 && path[folder_length] == '/';
}

static int path_of(int file, char *path) {
  char link[64];
  if (!folder || file < 0) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, 4095);
  if (length <= 0) return 0;
  path[length] = 0;
  return is_ours(path) || strcmp(path, folder) == 0;
}

/* Counts an operation; 1 with errno set when it is one that must fail. */
static int must_fail(void) {
  if (!order) return 0;
  int number = __atomic_add_fetch(&order->count, 1, __ATOMIC_SEQ_CST);
  if (order->at == 0 || number < order->at || (number > order->at && !order->lasting)) return 0;
  __atomic_add_fetch(&order->failed, 1, __ATOMIC_SEQ_CST);
  errno = order->error;
  return 1;
}

static void put(const void *bytes, size_t length) {
  const char *next = bytes;
  while (length > 0) {
    ssize_t written = REAL(write)(record_file, next, length);
    if (written <= 0) abort();
    next += written;
    length -= written;
  }
}

/* Called with `turn` held, so that the record is in the order of the calls. */
static void note(char kind, const char *path, const char *to, int64_t at, const void *data, int64_t length) {
  if (record_file < 0) return;
  int kept = errno;
  struct record head = {kind, {0}, strlen(path), to ? strlen(to) : 0, at, length};
  put(&head, sizeof head);
  put(path, head.path);
  if (to) put(to, head.to);
  if (data && length > 0) put(data, length);
  errno = kept;
}

#define IN_TURN(type, call, ...)                                                                                 \
  pthread_mutex_lock(&turn);                                                                                     \
  type result = call;                                                                                            \
  if (result >= 0) { __VA_ARGS__; }                                                                              \
  pthread_mutex_unlock(&turn);                                                                                   \
  return result

static int open_ours(int (*real)(const char *, int, ...), const char *path, int flags, mode_t mode) {
  int is_change = (flags & (O_CREAT | O_TRUNC)) != 0 && is_ours(path);
  if (!is_change) return real(path, flags, mode);
  struct stat about;
  int is_new = stat(path, &about) != 0;
  if ((is_new || (flags & O_TRUNC)) && must_fail()) return -1;
  IN_TURN(int, real(path, flags, mode), {
    if (is_new) note('c', path, NULL, 0, NULL, 0);
    else if (flags & O_TRUNC) note('t', path, NULL, 0, NULL, 0);
  });
}

#define MODE                                                                                                     \
  mode_t mode = 0;                                                                                               \
  if (flags & (O_CREAT | O_TMPFILE)) {                                                                           \
    va_list rest;                                                                                                \
    va_start(rest, flags);                                                                                       \
    mode = va_arg(rest, mode_t);                                                                                 \
    va_end(rest);                                                                                                \
  }
int open(const char *path, int flags, ...) { MODE return open_ours(REAL(open), path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE return open_ours(REAL(open64), path, flags, mode); }

ssize_t pwrite(int file, const void *data, size_t length, off_t at) {
  char path[4096];
  if (!path_of(file, path)) return REAL(pwrite)(file, data, length, at);
  if (must_fail()) return -1;
  IN_TURN(ssize_t, REAL(pwrite)(file, data, length, at), note('w', path, NULL, at, data, result));
}
ssize_t pwrite64(int file, const void *data, size_t length, off64_t at) { return pwrite(file, data, length, at); }

ssize_t write(int file, const void *data, size_t length) {
  char path[4096];
  if (!path_of(file, path)) return REAL(write)(file, data, length);
  if (must_fail()) return -1;
  int is_append = (fcntl(file, F_GETFL) & O_APPEND) != 0;
  pthread_mutex_lock(&turn);
  off_t at = lseek(file, 0, is_append ? SEEK_END : SEEK_CUR);
  ssize_t result = REAL(write)(file, data, length);
  if (result >= 0) note('w', path, NULL, at, data, result);
  pthread_mutex_unlock(&turn);
  return result;
}

/* One piece at a time: a short write is what callers must expect anyway. */
ssize_t writev(int file, const struct iovec *pieces, int count) {
  char path[4096];
  if (!path_of(file, path) || count < 1) return REAL(writev)(file, pieces, count);
  return write(file, pieces[0].iov_base, pieces[0].iov_len);
}
ssize_t pwritev(int file, const struct iovec *pieces, int count, off_t at) {
  char path[4096];
  if (!path_of(file, path) || count < 1) return REAL(pwritev)(file, pieces, count, at);
  return pwrite(file, pieces[0].iov_base, pieces[0].iov_len, at);
}

static int sync_ours(int (*real)(int), int file) {
  char path[4096];
  if (!path_of(file, path)) return real(file);
  if (must_fail()) return -1;
  IN_TURN(int, real(file), note('s', path, NULL, 0, NULL, 0));
}
int fsync(int file) { return sync_ours(REAL(fsync), file); }
int fdatasync(int file) { return sync_ours(REAL(fdatasync), file); }

int ftruncate(int file, off_t length) {
  char path[4096];
  if (!path_of(file, path)) return REAL(ftruncate)(file, length);
  if (must_fail()) return -1;
  IN_TURN(int, REAL(ftruncate)(file, length), note('t', path, NULL, length, NULL, 0));
}
int ftruncate64(int file, off64_t length) { return ftruncate(file, length); }

int rename(const char *from, const char *to) {
  if (!is_ours(from) && !is_ours(to)) return REAL(rename)(from, to);
  if (must_fail()) return -1;
  IN_TURN(int, REAL(rename)(from, to), note('r', from, to, 0, NULL, 0));
}

int unlink(const char *path) {
  if (!is_ours(path)) return REAL(unlink)(path);
  IN_TURN(int, REAL(unlink)(path), note('u', path, NULL, 0, NULL, 0));
}

int unlinkat(int parent, const char *name, int flags) {
  char path[4096], whole[8192];
  if (name[0] == '/') snprintf(whole, sizeof whole, "%s", name);
  else if (parent >= 0 && path_of(parent, path)) snprintf(whole, sizeof whole, "%s/%s", path, name);
  else whole[0] = 0;
  if (!is_ours(whole)) return REAL(unlinkat)(parent, name, flags);
  IN_TURN(int, REAL(unlinkat)(parent, name, flags),
          note(flags & AT_REMOVEDIR ? 'd' : 'u', whole, NULL, 0, NULL, 0));
}

int remove(const char *path) {
  struct stat about;
  if (lstat(path, &about) == 0 && S_ISDIR(about.st_mode)) return rmdir(path);
  return unlink(path);
}

int mkdir(const char *path, mode_t mode) {
  if (!is_ours(path)) return REAL(mkdir)(path, mode);
  if (must_fail()) return -1;
  IN_TURN(int, REAL(mkdir)(path, mode), note('m', path, NULL, 0, NULL, 0));
}

int rmdir(const char *path) {
  if (!is_ours(path)) return REAL(rmdir)(path);
  IN_TURN(int, REAL(rmdir)(path), note('d', path, NULL, 0, NULL, 0));
}

/* Copies are made by reads and writes instead, which are seen here. */
long syscall(long number, ...) {
  va_list rest;
  va_start(rest, number);
  long a = va_arg(rest, long), b = va_arg(rest, long), c = va_arg(rest, long);
  long d = va_arg(rest, long), e = va_arg(rest, long), f = va_arg(rest, long);
  va_end(rest);
  char path[4096];
  if (number == SYS_copy_file_range && path_of((int)c, path)) {
    errno = EXDEV;
    return -1;
  }
  return REAL(syscall)(number, a, b, c, d, e, f);
}
ssize_t copy_file_range(int in, off64_t *in_at, int out, off64_t *out_at, size_t length, unsigned flags) {
  char path[4096];
  if (!path_of(out, path)) return REAL(copy_file_range)(in, in_at, out, out_at, length, flags);
  errno = EXDEV;
  return -1;
}
ssize_t sendfile(int out, int in, off_t *at, size_t length) {
  char path[4096];
  ssize_t (*real)(int, int, off_t *, size_t) = dlsym(RTLD_NEXT, "sendfile");
  if (!path_of(out, path)) return real(out, in, at, length);
  errno = EINVAL;
  return -1;
}
ssize_t sendfile64(int out, int in, off64_t *at, size_t length) { return sendfile(out, in, at, length); }
