/* Reads a window with the fewest and cheapest D-Bus calls that bring what our snapshot holds: in bulk where the
   ATK bridge serves the program, else with every call on its way as soon as it is known that it is needed. It
   keeps nothing of what it reads and has no deadlines, so that no complete reader is faster by much. */

#include "reading.h"

#include <gio/gio.h>
#include <string.h>

#define ACCESSIBLE "org.a11y.atspi.Accessible"
#define APPLICATION "org.a11y.atspi.Application"
#define COMPONENT "org.a11y.atspi.Component"
#define TABLE "org.a11y.atspi.Table"
#define TEXT "org.a11y.atspi.Text"
#define VALUE "org.a11y.atspi.Value"
#define ROOT "/org/a11y/atspi/accessible/root"

typedef struct Node Node;
struct Node {
  const char *bus, *path;
  gboolean is_root, is_listed;
  guint32 role;
  guint64 states;
  Area area;
  int children;
  gboolean has_name;
  gboolean has_text, has_value, has_table;
  int basics_left;
  int rows, columns, sizes_left;
  CellRange range;
  int corners_left;
  int frame_score;
};

typedef void (*Handler)(Node *node, GVariant *reply);

typedef struct {
  Node *node;
  Handler handler;
} Call;

static GDBusConnection *bus;
static Target target;
static int waiting, count_of_nodes;
static GStringChunk *strings;
static GPtrArray *nodes;
static GHashTable *items; /* what the program lists of itself, by path */
static gboolean is_bridged;
static char *toolkit, *version, *program_name;

static void finish(GObject *source, GAsyncResult *result, gpointer data) {
  Call *call = data;
  GVariant *reply = g_dbus_connection_call_finish(G_DBUS_CONNECTION(source), result, NULL);
  waiting--;
  call->handler(call->node, reply);
  if (reply)
    g_variant_unref(reply);
  g_slice_free(Call, call);
}

/* The handler is called with NULL where the call failed. */
static void send(Node *node, const char *interface, const char *method, GVariant *arguments, Handler handler) {
  Call *call = g_slice_new(Call);
  *call = (Call){node, handler};
  waiting++;
  g_dbus_connection_call(bus, node->bus, node->path, interface, method, arguments, NULL, G_DBUS_CALL_FLAGS_NONE,
                         G_MAXINT, NULL, finish, call);
}

static void get(Node *node, const char *interface, const char *property, Handler handler) {
  send(node, "org.freedesktop.DBus.Properties", "Get", g_variant_new("(ss)", interface, property), handler);
}

static void ignore(Node *node, GVariant *reply) {
  (void)node;
  (void)reply;
}

static void wait_for_all(void) {
  while (waiting > 0)
    g_main_context_iteration(NULL, TRUE);
}

static Node *new_node(const char *bus_name, const char *path) {
  Node *node = g_new0(Node, 1);
  node->bus = g_string_chunk_insert_const(strings, bus_name);
  node->path = g_string_chunk_insert_const(strings, path);
  g_ptr_array_add(nodes, node);
  return node;
}

static gboolean boxed_int(GVariant *reply, int *value) {
  if (!reply || !g_variant_is_of_type(reply, G_VARIANT_TYPE("(v)")))
    return FALSE;
  GVariant *inner;
  g_variant_get(reply, "(v)", &inner);
  gboolean is_int = g_variant_is_of_type(inner, G_VARIANT_TYPE_INT32);
  if (is_int)
    *value = g_variant_get_int32(inner);
  g_variant_unref(inner);
  return is_int;
}

static char *boxed_string(GVariant *reply) {
  if (!reply)
    return NULL;
  GVariant *inner;
  g_variant_get(reply, "(v)", &inner);
  char *value = g_variant_is_of_type(inner, G_VARIANT_TYPE_STRING) ? g_variant_dup_string(inner, NULL) : NULL;
  g_variant_unref(inner);
  return value;
}

static guint64 states_in(GVariant *words) {
  guint32 word = 0;
  guint64 states = 0;
  GVariantIter iterator;
  g_variant_iter_init(&iterator, words);
  for (int shift = 0; shift < 64 && g_variant_iter_next(&iterator, "u", &word); shift += 32)
    states |= (guint64)word << shift;
  return states;
}

static void note_interfaces(Node *node, GVariant *names) {
  const char *name;
  GVariantIter iterator;
  g_variant_iter_init(&iterator, names);
  while (g_variant_iter_next(&iterator, "&s", &name)) {
    node->has_text = node->has_text || strcmp(name, TEXT) == 0;
    node->has_value = node->has_value || strcmp(name, VALUE) == 0;
    node->has_table = node->has_table || strcmp(name, TABLE) == 0;
  }
}

/* Calls `body` for each accessible in a reply that lists them. */
static void for_each(GVariant *reply, void (*body)(const char *bus_name, const char *path)) {
  if (!reply || !g_variant_is_of_type(reply, G_VARIANT_TYPE("(a(so))")))
    return;
  const char *bus_name, *path;
  GVariantIter *iterator;
  g_variant_get(reply, "(a(so))", &iterator);
  while (g_variant_iter_next(iterator, "(&s&o)", &bus_name, &path))
    if (*bus_name && !g_str_has_suffix(path, "/null"))
      body(bus_name, path);
  g_variant_iter_free(iterator);
}

/* Details: texts, values and labels of what is visible. */

static void on_length(Node *node, GVariant *reply) {
  int length = 0;
  if (boxed_int(reply, &length) && length > 0)
    send(node, TEXT, "GetText", g_variant_new("(ii)", 0, MIN(length, TEXT_LIMIT)), ignore);
}

static void read_details(Node *node) {
  if (node->has_text && needs_text(node->role, node->states, node->has_name)) {
    get(node, TEXT, "CharacterCount", on_length);
    if (needs_caret(node->role, node->states))
      get(node, TEXT, "CaretOffset", ignore);
  }
  if (node->has_value && needs_value(node->role)) {
    get(node, VALUE, "CurrentValue", ignore);
    get(node, VALUE, "MinimumValue", ignore);
    get(node, VALUE, "MaximumValue", ignore);
  }
  if (needs_label(node->role, node->states, node->has_name))
    send(node, ACCESSIBLE, "GetRelationSet", NULL, ignore);
}

/* The walk: five calls for each node, and three more where it is visible. GTK 4 lists what anybody has asked for
   before, so that only extents and children are missing. */

static void read_node(Node *node);
static void read_cells(Node *node);

static void read_child(const char *bus_name, const char *path) {
  Node *node = items ? g_hash_table_lookup(items, path) : NULL;
  read_node(node ? node : new_node(bus_name, path));
}

static void on_children(Node *node, GVariant *reply) {
  (void)node;
  for_each(reply, read_child);
}

static void look_into(Node *node) {
  read_details(node);
  if (has_state(node->states, ATSPI_STATE_MANAGES_DESCENDANTS))
    read_cells(node);
}

static void on_interfaces(Node *node, GVariant *reply) {
  if (reply) {
    GVariant *names = g_variant_get_child_value(reply, 0);
    note_interfaces(node, names);
    g_variant_unref(names);
  }
  look_into(node);
}

static void on_basic(Node *node) {
  if (--node->basics_left > 0)
    return;
  count_of_nodes++;
  if (!node->is_root && !is_visible(&target, node->states, node->area))
    return;
  if (node->is_listed) {
    look_into(node);
  } else {
    send(node, ACCESSIBLE, "GetInterfaces", NULL, on_interfaces);
    get(node, ACCESSIBLE, "Description", ignore);
  }
  if (node->children > 0 && node->children <= MOST_CHILDREN &&
      !has_state(node->states, ATSPI_STATE_MANAGES_DESCENDANTS))
    send(node, ACCESSIBLE, "GetChildren", NULL, on_children);
}

static void on_role(Node *node, GVariant *reply) {
  if (reply)
    g_variant_get(reply, "(u)", &node->role);
  on_basic(node);
}

static void on_states(Node *node, GVariant *reply) {
  if (reply) {
    GVariant *words = g_variant_get_child_value(reply, 0);
    node->states = states_in(words);
    g_variant_unref(words);
  }
  on_basic(node);
}

static void on_name(Node *node, GVariant *reply) {
  char *name = boxed_string(reply);
  node->has_name = name && *name;
  g_free(name);
  on_basic(node);
}

static void on_child_count(Node *node, GVariant *reply) {
  boxed_int(reply, &node->children);
  on_basic(node);
}

static void on_extents(Node *node, GVariant *reply) {
  if (reply)
    g_variant_get(reply, "((iiii))", &node->area.x, &node->area.y, &node->area.width, &node->area.height);
  on_basic(node);
}

static void read_node(Node *node) {
  node->basics_left = node->is_listed ? 1 : 5;
  if (!node->is_listed) {
    send(node, ACCESSIBLE, "GetRole", NULL, on_role);
    send(node, ACCESSIBLE, "GetState", NULL, on_states);
    get(node, ACCESSIBLE, "Name", on_name);
    get(node, ACCESSIBLE, "ChildCount", on_child_count);
  }
  send(node, COMPONENT, "GetExtents", g_variant_new("(u)", target.is_gtk4 ? 1 : 0), on_extents);
}

/* Cells: all of a small table, of a large one those between two corners. */

static void on_cell(Node *node, GVariant *reply) {
  (void)node;
  const char *bus_name, *path;
  if (!reply)
    return;
  g_variant_get(reply, "((&s&o))", &bus_name, &path);
  if (*bus_name && !g_str_has_suffix(path, "/null"))
    read_child(bus_name, path);
}

static void read_range(Node *node) {
  CellRange range = node->range;
  for (int row = range.first_row; row <= range.last_row; row++)
    for (int column = range.first_column; column <= range.last_column; column++)
      send(node, TABLE, "GetAccessibleAt", g_variant_new("(ii)", row, column), on_cell);
}

static void on_corner(Node *node) {
  if (--node->corners_left > 0)
    return;
  node->range = limited(node->range);
  read_range(node);
}

static void on_number(Node *node, GVariant *reply, int *number) {
  int value = -1;
  if (reply)
    g_variant_get(reply, "(i)", &value);
  if (value >= 0)
    *number = value;
  on_corner(node);
}

static void on_first_row(Node *node, GVariant *reply) { on_number(node, reply, &node->range.first_row); }
static void on_last_row(Node *node, GVariant *reply) { on_number(node, reply, &node->range.last_row); }
static void on_first_column(Node *node, GVariant *reply) { on_number(node, reply, &node->range.first_column); }
static void on_last_column(Node *node, GVariant *reply) { on_number(node, reply, &node->range.last_column); }

/* A hit borrows `range.first_row` to say which corner it is, and `area` to name its table. */
typedef struct {
  Node node;
  Node *table;
  gboolean is_first;
} Hit;

static void on_index(Node *node, GVariant *reply) {
  Hit *hit = (Hit *)node;
  int index = -1;
  if (reply)
    g_variant_get(reply, "(i)", &index);
  if (index < 0) {
    hit->table->corners_left--;
    on_corner(hit->table);
    return;
  }
  send(hit->table, TABLE, "GetRowAtIndex", g_variant_new("(i)", index), hit->is_first ? on_first_row : on_last_row);
  send(hit->table, TABLE, "GetColumnAtIndex", g_variant_new("(i)", index),
       hit->is_first ? on_first_column : on_last_column);
}

static void on_hit(Node *table, GVariant *reply, gboolean is_first) {
  const char *bus_name = "", *path = "";
  if (reply)
    g_variant_get(reply, "((&s&o))", &bus_name, &path);
  if (!*bus_name || g_str_has_suffix(path, "/null")) {
    table->corners_left--;
    on_corner(table);
    return;
  }
  Hit *hit = g_new0(Hit, 1);
  g_ptr_array_add(nodes, hit);
  hit->node.bus = g_string_chunk_insert_const(strings, bus_name);
  hit->node.path = g_string_chunk_insert_const(strings, path);
  hit->table = table;
  hit->is_first = is_first;
  send(&hit->node, ACCESSIBLE, "GetIndexInParent", NULL, on_index);
}

static void on_first_hit(Node *node, GVariant *reply) { on_hit(node, reply, TRUE); }
static void on_last_hit(Node *node, GVariant *reply) { on_hit(node, reply, FALSE); }

static void hit(Node *node, int x, int y, Handler handler) {
  send(node, COMPONENT, "GetAccessibleAtPoint", g_variant_new("(iiu)", x, y, target.is_gtk4 ? 1u : 0u), handler);
}

static void on_size(Node *node) {
  if (--node->sizes_left > 0)
    return;
  node->range = (CellRange){0, node->rows - 1, 0, node->columns - 1};
  if ((gint64)node->rows * node->columns <= MOST_CELLS) {
    read_range(node);
    return;
  }
  node->corners_left = 4;
  int right = MIN(node->area.x + node->area.width, target.area.x + target.area.width) - 8;
  int bottom = MIN(node->area.y + node->area.height, target.area.y + target.area.height) - 8;
  hit(node, node->area.x + 8, node->area.y + 8, on_first_hit);
  hit(node, right, bottom, on_last_hit);
}

static void on_rows(Node *node, GVariant *reply) {
  boxed_int(reply, &node->rows);
  on_size(node);
}

static void on_columns(Node *node, GVariant *reply) {
  boxed_int(reply, &node->columns);
  on_size(node);
}

static void on_item_count(Node *node, GVariant *reply) {
  int count = 0;
  if (boxed_int(reply, &count) && count > 0 && count <= MOST_CELLS)
    send(node, ACCESSIBLE, "GetChildren", NULL, on_children);
}

static void read_cells(Node *node) {
  if (!node->has_table) {
    get(node, ACCESSIBLE, "ChildCount", on_item_count);
    return;
  }
  node->sizes_left = 2;
  get(node, TABLE, "NRows", on_rows);
  get(node, TABLE, "NColumns", on_columns);
}

/* In bulk: everything that the ATK bridge lists, with the extents of what is below the window. */

static GVariant *tree;

static void on_items(Node *node, GVariant *reply) {
  (void)node;
  if (!reply || !g_variant_is_of_type(reply, G_VARIANT_TYPE("(a((so)(so)(so)iiassusau))")))
    return;
  GVariantIter *iterator;
  const char *bus_name, *path, *name, *description;
  int index, children;
  guint32 role;
  GVariant *interfaces, *states;
  g_variant_get(reply, "(a((so)(so)(so)iiassusau))", &iterator);
  while (g_variant_iter_next(iterator, "((&s&o)(so)(so)ii@as&su&s@au)", &bus_name, &path, NULL, NULL, NULL, NULL,
                             &index, &children, &interfaces, &name, &role, &description, &states)) {
    Node *item = new_node(bus_name, path);
    item->is_listed = TRUE;
    item->role = role;
    item->children = children;
    item->has_name = *name != 0;
    item->states = states_in(states);
    note_interfaces(item, interfaces);
    g_variant_unref(interfaces);
    g_variant_unref(states);
    g_hash_table_insert(items, (gpointer)item->path, item);
  }
  g_variant_iter_free(iterator);
}

static void on_tree(Node *node, GVariant *reply) {
  (void)node;
  if (reply)
    tree = g_variant_ref(reply);
}

static void on_listed(Node *node) {
  count_of_nodes++;
  if (!is_visible(&target, node->states, node->area))
    return;
  read_details(node);
  if (has_state(node->states, ATSPI_STATE_MANAGES_DESCENDANTS))
    read_cells(node);
}

/* What Chromium's list lacks is completed one by one. */

static void on_missing(Node *node) {
  if (--node->basics_left == 0)
    on_listed(node);
}

static void on_missing_role(Node *node, GVariant *reply) {
  if (reply)
    g_variant_get(reply, "(u)", &node->role);
  on_missing(node);
}

static void on_missing_states(Node *node, GVariant *reply) {
  if (reply) {
    GVariant *words = g_variant_get_child_value(reply, 0);
    node->states = states_in(words);
    g_variant_unref(words);
  }
  on_missing(node);
}

static void on_missing_interfaces(Node *node, GVariant *reply) {
  if (reply) {
    GVariant *names = g_variant_get_child_value(reply, 0);
    note_interfaces(node, names);
    g_variant_unref(names);
  }
  on_missing(node);
}

static void read_missing(Node *node) {
  node->basics_left = 3;
  send(node, ACCESSIBLE, "GetRole", NULL, on_missing_role);
  send(node, ACCESSIBLE, "GetState", NULL, on_missing_states);
  send(node, ACCESSIBLE, "GetInterfaces", NULL, on_missing_interfaces);
}

static void ask_tree(Node *root, const char *properties) {
  char *text = g_strdup_printf("((@ai [], 0, @a{ss} {}, 0, @ai [], 0, @as [], 0, false), [%s])", properties);
  send(root, "org.a11y.atspi.Collection", "GetTree", g_variant_parse(NULL, text, NULL, NULL, NULL), on_tree);
  g_free(text);
}

static void place_tree(Node *root) {
  GVariantIter *iterator;
  GVariant *properties;
  const char *bus_name, *path;
  gboolean is_incomplete = FALSE;
  g_variant_get(tree, "(a((so)a{sv}))", &iterator);
  while (g_variant_iter_next(iterator, "((&s&o)@a{sv})", &bus_name, &path, &properties)) {
    Node *node = g_hash_table_lookup(items, path);
    gboolean is_missing = node == NULL;
    if (is_missing)
      node = new_node(bus_name, path);
    Area area = {0};
    guint32 x, y, width, height;
    if (g_variant_lookup(properties, "component.ScreenExtents", "(uuuu)", &x, &y, &width, &height))
      area = (Area){(int)x, (int)y, (int)width, (int)height};
    node->area = area;
    g_variant_unref(properties);
    if (is_missing)
      read_missing(node);
    else
      on_listed(node);
    is_incomplete = is_incomplete || is_missing;
  }
  g_variant_iter_free(iterator);
  g_clear_pointer(&tree, g_variant_unref);
  if (is_incomplete)
    ask_tree(root, "'Name', 'Description', 'ChildCount', 'Parent'");
  wait_for_all();
}

static void ask_items(Node *root) {
  Node *cache = new_node(root->bus, "/org/a11y/atspi/cache");
  items = g_hash_table_new(g_str_hash, g_str_equal);
  send(cache, "org.a11y.atspi.Cache", "GetItems", NULL, on_items);
}

static gboolean read_in_bulk(Node *root) {
  ask_items(root);
  ask_tree(root, "'component.ScreenExtents'");
  wait_for_all();
  gboolean is_known = tree && g_hash_table_size(items) > 0;
  if (is_known)
    place_tree(root);
  g_clear_pointer(&tree, g_variant_unref);
  g_clear_pointer(&items, g_hash_table_destroy);
  return is_known;
}

/* Which program, and which of its top-level accessibles. */

static GPtrArray *found;

static void note_found(const char *bus_name, const char *path) {
  g_ptr_array_add(found, new_node(bus_name, path));
}

static void on_found(Node *node, GVariant *reply) {
  (void)node;
  for_each(reply, note_found);
}

static void on_pid(Node *node, GVariant *reply) {
  guint32 pid = 0;
  if (reply)
    g_variant_get(reply, "(u)", &pid);
  node->frame_score = pid == target.pid;
}

static void on_toolkit(Node *node, GVariant *reply) {
  (void)node;
  toolkit = boxed_string(reply);
}

static void on_version(Node *node, GVariant *reply) {
  (void)node;
  version = boxed_string(reply);
}

static void on_program_name(Node *node, GVariant *reply) {
  (void)node;
  program_name = boxed_string(reply);
}

static void on_address(Node *node, GVariant *reply) {
  (void)node;
  is_bridged = reply != NULL;
}

static void on_frame_name(Node *node, GVariant *reply) {
  char *name = boxed_string(reply);
  node->frame_score += name && strcmp(name, target.title) == 0 ? 4 : 0;
  g_free(name);
}

static void on_frame_states(Node *node, GVariant *reply) {
  if (!reply)
    return;
  GVariant *words = g_variant_get_child_value(reply, 0);
  guint64 states = states_in(words);
  g_variant_unref(words);
  node->frame_score += has_state(states, ATSPI_STATE_ACTIVE) * 2 + has_state(states, ATSPI_STATE_SHOWING);
}

static Node *best_of_found(void) {
  Node *best = NULL;
  for (guint index = 0; index < found->len; index++) {
    Node *node = g_ptr_array_index(found, index);
    if (node->frame_score > (best ? best->frame_score : 0))
      best = node;
  }
  g_ptr_array_set_size(found, 0);
  return best;
}

static Node *find_program(void) {
  send(new_node("org.a11y.atspi.Registry", ROOT), ACCESSIBLE, "GetChildren", NULL, on_found);
  wait_for_all();
  for (guint index = 0; index < found->len; index++) {
    Node *node = g_ptr_array_index(found, index);
    Call *call = g_slice_new(Call);
    *call = (Call){node, on_pid};
    waiting++;
    g_dbus_connection_call(bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                           "GetConnectionUnixProcessID", g_variant_new("(s)", node->bus), NULL,
                           G_DBUS_CALL_FLAGS_NONE, G_MAXINT, NULL, finish, call);
  }
  wait_for_all();
  return best_of_found();
}

static Node *find_frame(Node *program) {
  get(program, ACCESSIBLE, "Name", on_program_name);
  get(program, APPLICATION, "ToolkitName", on_toolkit);
  get(program, APPLICATION, "Version", on_version);
  send(program, APPLICATION, "GetApplicationBusAddress", NULL, on_address);
  send(program, ACCESSIBLE, "GetChildren", NULL, on_found);
  wait_for_all();
  target.is_gtk4 = is_gtk4(toolkit ? toolkit : "", version ? version : "");
  for (guint index = 0; index < found->len; index++) {
    Node *node = g_ptr_array_index(found, index);
    get(node, ACCESSIBLE, "Name", on_frame_name);
    send(node, ACCESSIBLE, "GetState", NULL, on_frame_states);
    send(node, ACCESSIBLE, "GetAttributes", NULL, ignore);
  }
  wait_for_all();
  return best_of_found();
}

static int read_window(const Target *wanted) {
  target = *wanted;
  count_of_nodes = 0;
  is_bridged = FALSE;
  strings = g_string_chunk_new(4096);
  nodes = g_ptr_array_new_with_free_func(g_free);
  found = g_ptr_array_new();
  Node *program = find_program();
  Node *frame = program ? find_frame(program) : NULL;
  /* LibreOffice 7.4 can crash over its list. */
  gboolean is_listed = is_bridged && g_strcmp0(program_name, "soffice") != 0;
  if (frame && !(is_listed && read_in_bulk(frame))) {
    if (target.is_gtk4) {
      ask_items(frame);
      wait_for_all();
    }
    frame->is_root = TRUE;
    read_node(frame);
    wait_for_all();
    g_clear_pointer(&items, g_hash_table_destroy);
  }
  g_clear_pointer(&toolkit, g_free);
  g_clear_pointer(&version, g_free);
  g_clear_pointer(&program_name, g_free);
  g_ptr_array_free(found, TRUE);
  g_ptr_array_free(nodes, TRUE);
  g_string_chunk_free(strings);
  return count_of_nodes;
}

static GDBusConnection *connect_to_bus(void) {
  GDBusConnection *session = g_bus_get_sync(G_BUS_TYPE_SESSION, NULL, NULL);
  if (!session)
    return NULL;
  GVariant *reply = g_dbus_connection_call_sync(session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress",
                                                NULL, NULL, G_DBUS_CALL_FLAGS_NONE, 2000, NULL, NULL);
  if (!reply)
    return NULL;
  const char *address;
  g_variant_get(reply, "(&s)", &address);
  return g_dbus_connection_new_for_address_sync(
      address, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL,
      NULL, NULL);
}

int main(int count, char **values) {
  Target wanted;
  if (!read_arguments(count, values, &wanted))
    return 2;
  bus = connect_to_bus();
  if (!bus) {
    fprintf(stderr, "%s: there is no accessibility bus\n", values[0]);
    return 1;
  }
  return answer_lines(&wanted, read_window);
}
