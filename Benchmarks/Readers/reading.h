/* What every reader that our snapshot is compared with has in common: which window is read, what of it is
   looked into, and how the result is told. The rules are those of Sources/Accessibility. */

#ifndef READING_H
#define READING_H

#include <atspi/atspi-constants.h>
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>

#define MOST_CELLS 256
#define MOST_CELL_COLUMNS 32
#define MOST_CHILDREN 2000
#define TEXT_LIMIT 500

typedef struct {
  int x, y, width, height;
} Area;

/* The window to read, from the command line: PID TITLE X Y WIDTH HEIGHT. */
typedef struct {
  guint pid;
  const char *title;
  Area area;
  gboolean is_gtk4;
} Target;

static inline gboolean read_arguments(int count, char **values, Target *target) {
  if (count != 7) {
    fprintf(stderr, "usage: %s PID TITLE X Y WIDTH HEIGHT\n", values[0]);
    return FALSE;
  }
  *target = (Target){
      .pid = (guint)atoi(values[1]),
      .title = values[2],
      .area = {atoi(values[3]), atoi(values[4]), atoi(values[5]), atoi(values[6])},
  };
  return TRUE;
}

/* Takes one reading for each line of the input, so that readers can take turns. */
static inline int answer_lines(const Target *target, int (*read_window)(const Target *)) {
  char line[64];
  while (fgets(line, sizeof line, stdin)) {
    gint64 start = g_get_monotonic_time();
    int nodes = read_window(target);
    double milliseconds = (double)(g_get_monotonic_time() - start) / 1000;
    if (nodes > 0)
      printf("{\"milliseconds\": %.3f, \"nodes\": %d}\n", milliseconds, nodes);
    else
      printf("{\"error\": \"the window was not found\"}\n");
    fflush(stdout);
  }
  return 0;
}

static inline gboolean has_state(guint64 states, AtspiStateType state) {
  return (states >> state & 1) != 0;
}

static inline gboolean is_gtk4(const char *toolkit, const char *version) {
  return g_ascii_strcasecmp(toolkit, "gtk") == 0 && g_str_has_prefix(version, "4.");
}

static inline gboolean intersects(Area a, Area b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

static inline gboolean is_visible(const Target *target, guint64 states, Area area) {
  if (area.width <= 0 || area.height <= 0)
    return FALSE;
  if (target->is_gtk4)
    return has_state(states, ATSPI_STATE_VISIBLE);
  return has_state(states, ATSPI_STATE_SHOWING) && intersects(target->area, area);
}

static inline gboolean can_be_edited(guint32 role, guint64 states) {
  switch (role) {
  case ATSPI_ROLE_DOCUMENT_EMAIL:
  case ATSPI_ROLE_DOCUMENT_FRAME:
  case ATSPI_ROLE_DOCUMENT_TEXT:
  case ATSPI_ROLE_EDITBAR:
  case ATSPI_ROLE_ENTRY:
  case ATSPI_ROLE_SPIN_BUTTON:
  case ATSPI_ROLE_TERMINAL:
  case ATSPI_ROLE_TEXT:
    return TRUE;
  default:
    return has_state(states, ATSPI_STATE_EDITABLE);
  }
}

static inline gboolean needs_text(guint32 role, guint64 states, gboolean has_name) {
  return role != ATSPI_ROLE_PASSWORD_TEXT && (!has_name || can_be_edited(role, states));
}

static inline gboolean needs_caret(guint32 role, guint64 states) {
  return can_be_edited(role, states) && role != ATSPI_ROLE_TABLE_CELL;
}

static inline gboolean needs_value(guint32 role) {
  return role == ATSPI_ROLE_DIAL || role == ATSPI_ROLE_LEVEL_BAR || role == ATSPI_ROLE_PROGRESS_BAR ||
         role == ATSPI_ROLE_SCROLL_BAR || role == ATSPI_ROLE_SLIDER || role == ATSPI_ROLE_SPIN_BUTTON;
}

static inline gboolean needs_label(guint32 role, guint64 states, gboolean has_name) {
  if (has_name)
    return FALSE;
  switch (role) {
  case ATSPI_ROLE_CHECK_BOX:
  case ATSPI_ROLE_COMBO_BOX:
  case ATSPI_ROLE_ENTRY:
  case ATSPI_ROLE_LIST:
  case ATSPI_ROLE_LIST_BOX:
  case ATSPI_ROLE_PASSWORD_TEXT:
  case ATSPI_ROLE_PROGRESS_BAR:
  case ATSPI_ROLE_RADIO_BUTTON:
  case ATSPI_ROLE_SLIDER:
  case ATSPI_ROLE_SPIN_BUTTON:
  case ATSPI_ROLE_TABLE:
  case ATSPI_ROLE_TEXT:
  case ATSPI_ROLE_TOGGLE_BUTTON:
  case ATSPI_ROLE_TREE:
  case ATSPI_ROLE_TREE_TABLE:
    return TRUE;
  default:
    return has_state(states, ATSPI_STATE_EDITABLE);
  }
}

/* The cells of a large table that are read: those between the ones at two corners. */
typedef struct {
  int first_row, last_row, first_column, last_column;
} CellRange;

static inline CellRange limited(CellRange range) {
  range.last_column = MIN(range.last_column, range.first_column + MOST_CELL_COLUMNS - 1);
  int columns = range.last_column - range.first_column + 1;
  range.last_row = MIN(range.last_row, range.first_row + MAX(1, MOST_CELLS / MAX(1, columns)) - 1);
  return range;
}

#endif
