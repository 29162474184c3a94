#include <sqlite3.h>

// SQLITE_TRANSIENT is a cast that Swift cannot import; it makes SQLite copy the text at once.
static inline int fazm_bind_text(sqlite3_stmt *statement, int index, const char *text, int length) {
  return sqlite3_bind_text(statement, index, text, length, SQLITE_TRANSIENT);
}
