/* Reads a window as most programs do: with libatspi, one blocking call for each property of each accessible. */

#include "reading.h"

#include <atspi/atspi.h>

static int read_below(const Target *target, AtspiAccessible *node, gboolean is_root);

static gboolean offers(gpointer interface) {
  gboolean offered = interface != NULL;
  g_clear_object(&interface);
  return offered;
}

static guint64 states_of(AtspiAccessible *node) {
  guint64 states = 0;
  AtspiStateSet *set = atspi_accessible_get_state_set(node);
  GArray *list = set ? atspi_state_set_get_states(set) : NULL;
  for (guint index = 0; list && index < list->len; index++)
    states |= 1ULL << g_array_index(list, AtspiStateType, index);
  if (list)
    g_array_unref(list);
  g_clear_object(&set);
  return states;
}

static Area area_of(const Target *target, AtspiAccessible *node) {
  AtspiCoordType type = target->is_gtk4 ? ATSPI_COORD_TYPE_WINDOW : ATSPI_COORD_TYPE_SCREEN;
  AtspiRect *rect = atspi_component_get_extents(ATSPI_COMPONENT(node), type, NULL);
  Area area = rect ? (Area){rect->x, rect->y, rect->width, rect->height} : (Area){0};
  g_free(rect);
  return area;
}

static void read_details(AtspiAccessible *node, guint32 role, guint64 states, gboolean has_name) {
  if (offers(atspi_accessible_get_text_iface(node)) && needs_text(role, states, has_name)) {
    AtspiText *text = ATSPI_TEXT(node);
    int length = atspi_text_get_character_count(text, NULL);
    if (needs_caret(role, states))
      atspi_text_get_caret_offset(text, NULL);
    if (length > 0)
      g_free(atspi_text_get_text(text, 0, MIN(length, TEXT_LIMIT), NULL));
  }
  if (offers(atspi_accessible_get_value_iface(node)) && needs_value(role)) {
    atspi_value_get_current_value(ATSPI_VALUE(node), NULL);
    atspi_value_get_minimum_value(ATSPI_VALUE(node), NULL);
    atspi_value_get_maximum_value(ATSPI_VALUE(node), NULL);
  }
  if (needs_label(role, states, has_name)) {
    GArray *relations = atspi_accessible_get_relation_set(node, NULL);
    for (guint index = 0; relations && index < relations->len; index++)
      g_object_unref(g_array_index(relations, AtspiRelation *, index));
    if (relations)
      g_array_unref(relations);
  }
}

static gboolean cell_at(const Target *target, AtspiAccessible *table, int x, int y, int *row, int *column) {
  AtspiCoordType type = target->is_gtk4 ? ATSPI_COORD_TYPE_WINDOW : ATSPI_COORD_TYPE_SCREEN;
  AtspiAccessible *cell = atspi_component_get_accessible_at_point(ATSPI_COMPONENT(table), x, y, type, NULL);
  if (!cell)
    return FALSE;
  int index = atspi_accessible_get_index_in_parent(cell, NULL);
  *row = atspi_table_get_row_at_index(ATSPI_TABLE(table), index, NULL);
  *column = atspi_table_get_column_at_index(ATSPI_TABLE(table), index, NULL);
  g_object_unref(cell);
  return *row >= 0 && *column >= 0;
}

static int read_cells(const Target *target, AtspiAccessible *node, Area area, int children) {
  int nodes = 0;
  if (!offers(atspi_accessible_get_table_iface(node))) {
    for (int index = 0; children <= MOST_CELLS && index < children; index++) {
      AtspiAccessible *child = atspi_accessible_get_child_at_index(node, index, NULL);
      if (child)
        nodes += read_below(target, child, FALSE);
      g_clear_object(&child);
    }
    return nodes;
  }
  AtspiTable *table = ATSPI_TABLE(node);
  int rows = atspi_table_get_n_rows(table, NULL);
  int columns = atspi_table_get_n_columns(table, NULL);
  CellRange range = {0, rows - 1, 0, columns - 1};
  if ((gint64)rows * columns > MOST_CELLS) {
    int right = MIN(area.x + area.width, target->area.x + target->area.width) - 8;
    int bottom = MIN(area.y + area.height, target->area.y + target->area.height) - 8;
    if (cell_at(target, node, area.x + 8, area.y + 8, &range.first_row, &range.first_column))
      cell_at(target, node, right, bottom, &range.last_row, &range.last_column);
    range = limited(range);
  }
  for (int row = range.first_row; row <= range.last_row; row++)
    for (int column = range.first_column; column <= range.last_column; column++) {
      AtspiAccessible *cell = atspi_table_get_accessible_at(table, row, column, NULL);
      if (cell)
        nodes += read_below(target, cell, FALSE);
      g_clear_object(&cell);
    }
  return nodes;
}

static int read_below(const Target *target, AtspiAccessible *node, gboolean is_root) {
  guint32 role = atspi_accessible_get_role(node, NULL);
  guint64 states = states_of(node);
  char *name = atspi_accessible_get_name(node, NULL);
  gboolean has_name = name && *name;
  g_free(name);
  int children = atspi_accessible_get_child_count(node, NULL);
  Area area = area_of(target, node);
  int nodes = 1;
  if (!is_root && !is_visible(target, states, area))
    return nodes;
  g_free(atspi_accessible_get_description(node, NULL));
  read_details(node, role, states, has_name);
  if (has_state(states, ATSPI_STATE_MANAGES_DESCENDANTS))
    return nodes + read_cells(target, node, area, children);
  for (int index = 0; index < MIN(children, MOST_CHILDREN); index++) {
    AtspiAccessible *child = atspi_accessible_get_child_at_index(node, index, NULL);
    if (child)
      nodes += read_below(target, child, FALSE);
    g_clear_object(&child);
  }
  return nodes;
}

static void read_toolkit(AtspiAccessible *program, Target *target) {
  char *toolkit = atspi_accessible_get_toolkit_name(program, NULL);
  char *version = atspi_accessible_get_toolkit_version(program, NULL);
  target->is_gtk4 = is_gtk4(toolkit ? toolkit : "", version ? version : "");
  g_free(toolkit);
  g_free(version);
}

/* The program's top-level accessible with the window's title, else its active one. */
static AtspiAccessible *frame_of(const Target *target, AtspiAccessible *program) {
  AtspiAccessible *best = NULL;
  int best_score = 0;
  int count = atspi_accessible_get_child_count(program, NULL);
  for (int index = 0; index < count; index++) {
    AtspiAccessible *frame = atspi_accessible_get_child_at_index(program, index, NULL);
    if (!frame)
      continue;
    char *name = atspi_accessible_get_name(frame, NULL);
    guint64 states = states_of(frame);
    int score = (name && strcmp(name, target->title) == 0 ? 4 : 0) + (has_state(states, ATSPI_STATE_ACTIVE) ? 2 : 0) +
                (has_state(states, ATSPI_STATE_SHOWING) ? 1 : 0);
    g_free(name);
    if (score > best_score) {
      g_set_object(&best, frame);
      best_score = score;
    }
    g_object_unref(frame);
  }
  return best;
}

static int read_window(const Target *wanted) {
  Target target = *wanted;
  AtspiAccessible *desktop = atspi_get_desktop(0);
  int nodes = 0;
  int count = atspi_accessible_get_child_count(desktop, NULL);
  for (int index = 0; nodes == 0 && index < count; index++) {
    AtspiAccessible *program = atspi_accessible_get_child_at_index(desktop, index, NULL);
    if (program && atspi_accessible_get_process_id(program, NULL) == target.pid) {
      read_toolkit(program, &target);
      AtspiAccessible *frame = frame_of(&target, program);
      if (frame)
        nodes = read_below(&target, frame, TRUE);
      g_clear_object(&frame);
    }
    g_clear_object(&program);
  }
  g_object_unref(desktop);
  return nodes;
}

int main(int count, char **values) {
  Target target;
  if (!read_arguments(count, values, &target))
    return 2;
  if (atspi_init() != 0)
    return 1;
  return answer_lines(&target, read_window);
}
