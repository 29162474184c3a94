/* Reads a window with the fewest and cheapest D-Bus calls that bring what our snapshot holds: in bulk where the
   ATK bridge serves the program, else with every call on its way as soon as it is known that it is needed, and
   without the bus between where the program can be reached so. It keeps nothing of what it reads and has no
   deadlines, so that no complete reader is faster by much. */

#include "reading.h"

#include <dbus/dbus.h>
#include <poll.h>
#include <string.h>

#define ACCESSIBLE "org.a11y.atspi.Accessible"
#define APPLICATION "org.a11y.atspi.Application"
#define COMPONENT "org.a11y.atspi.Component"
#define TABLE "org.a11y.atspi.Table"
#define TEXT "org.a11y.atspi.Text"
#define VALUE "org.a11y.atspi.Value"
#define PROPERTIES "org.freedesktop.DBus.Properties"
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

/* The handler is called with NULL where the call failed. */
typedef void (*Handler)(Node *node, DBusMessage *reply);

typedef struct {
  Node *node;
  Handler handler;
} Call;

/* A connection, and the calls that wait for an answer on it, by their serial numbers. */
typedef struct {
  DBusConnection *connection;
  GHashTable *calls;
} Link;

static Link bus, peer;
static char *peer_name;
static Target target;
static int waiting, count_of_nodes;
static GStringChunk *strings;
static GPtrArray *nodes;
static GHashTable *items; /* what the program lists of itself, by path */
static gboolean is_bridged;
static char *toolkit, *version, *program_name;

static void send_over(Link *link, Node *node, Handler handler, DBusMessage *message) {
  dbus_uint32_t serial = 0;
  dbus_connection_send(link->connection, message, &serial);
  dbus_message_unref(message);
  Call *call = g_slice_new(Call);
  *call = (Call){node, handler};
  g_hash_table_insert(link->calls, GUINT_TO_POINTER(serial), call);
  waiting++;
}

static void send_message(Node *node, Handler handler, DBusMessage *message) {
  gboolean is_direct = peer.connection && strcmp(node->bus, peer_name) == 0;
  if (!is_direct)
    dbus_message_set_destination(message, node->bus);
  send_over(is_direct ? &peer : &bus, node, handler, message);
}

static void ask_bus(Node *node, Handler handler, DBusMessage *message) {
  dbus_message_set_destination(message, "org.freedesktop.DBus");
  send_over(&bus, node, handler, message);
}

/* The arguments are pairs of a type and the address of a value, and end with DBUS_TYPE_INVALID. */
static void send(Node *node, const char *interface, const char *method, Handler handler, int type, ...) {
  DBusMessage *message = dbus_message_new_method_call(NULL, node->path, interface, method);
  va_list arguments;
  va_start(arguments, type);
  dbus_message_append_args_valist(message, type, arguments);
  va_end(arguments);
  send_message(node, handler, message);
}

static void ask(Node *node, const char *interface, const char *method, Handler handler) {
  send(node, interface, method, handler, DBUS_TYPE_INVALID);
}

static void get(Node *node, const char *interface, const char *property, Handler handler) {
  send(node, PROPERTIES, "Get", handler, DBUS_TYPE_STRING, &interface, DBUS_TYPE_STRING, &property,
       DBUS_TYPE_INVALID);
}

static void ignore(Node *node, DBusMessage *reply) {
  (void)node;
  (void)reply;
}

static void receive(Link *link) {
  DBusMessage *message;
  dbus_connection_read_write(link->connection, 0);
  while ((message = dbus_connection_pop_message(link->connection))) {
    int type = dbus_message_get_type(message);
    gboolean is_reply = type == DBUS_MESSAGE_TYPE_METHOD_RETURN;
    gpointer serial = GUINT_TO_POINTER(dbus_message_get_reply_serial(message));
    Call *call = is_reply || type == DBUS_MESSAGE_TYPE_ERROR ? g_hash_table_lookup(link->calls, serial) : NULL;
    if (call) {
      g_hash_table_remove(link->calls, serial);
      waiting--;
      call->handler(call->node, is_reply ? message : NULL);
      g_slice_free(Call, call);
    }
    dbus_message_unref(message);
  }
}

static struct pollfd events_of(Link *link) {
  struct pollfd events = {.events = POLLIN};
  dbus_connection_get_unix_fd(link->connection, &events.fd);
  if (dbus_connection_has_messages_to_send(link->connection))
    events.events |= POLLOUT;
  return events;
}

static void wait_for_all(void) {
  while (waiting > 0) {
    struct pollfd events[2] = {events_of(&bus)};
    if (peer.connection)
      events[1] = events_of(&peer);
    poll(events, peer.connection ? 2 : 1, -1);
    receive(&bus);
    if (peer.connection)
      receive(&peer);
  }
}

static Node *new_node(const char *bus_name, const char *path) {
  Node *node = g_new0(Node, 1);
  node->bus = g_string_chunk_insert_const(strings, bus_name);
  node->path = g_string_chunk_insert_const(strings, path);
  g_ptr_array_add(nodes, node);
  return node;
}

/* Reading replies: each tells whether the reply, or the place in it, is of the expected type. */

static gboolean is_at(DBusMessageIter *place, int type) { return dbus_message_iter_get_arg_type(place) == type; }

static gboolean first_of(DBusMessage *reply, int type, DBusMessageIter *place) {
  return reply && dbus_message_iter_init(reply, place) && is_at(place, type);
}

static gboolean number_of(DBusMessage *reply, int type, void *number) {
  DBusMessageIter place;
  gboolean is_number = first_of(reply, type, &place);
  if (is_number)
    dbus_message_iter_get_basic(&place, number);
  return is_number;
}

static gboolean boxed(DBusMessage *reply, int type, void *value) {
  DBusMessageIter place, inner;
  if (!first_of(reply, DBUS_TYPE_VARIANT, &place))
    return FALSE;
  dbus_message_iter_recurse(&place, &inner);
  if (!is_at(&inner, type))
    return FALSE;
  dbus_message_iter_get_basic(&inner, value);
  return TRUE;
}

static gboolean boxed_int(DBusMessage *reply, int *value) { return boxed(reply, DBUS_TYPE_INT32, value); }

static char *boxed_string(DBusMessage *reply) {
  const char *value;
  return boxed(reply, DBUS_TYPE_STRING, &value) ? g_strdup(value) : NULL;
}

static const char *string_at(DBusMessageIter *place) {
  const char *value;
  dbus_message_iter_get_basic(place, &value);
  dbus_message_iter_next(place);
  return value;
}

static int number_at(DBusMessageIter *place) {
  int value;
  dbus_message_iter_get_basic(place, &value);
  dbus_message_iter_next(place);
  return value;
}

/* Reads a reference and goes on behind it; tells whether it refers to something. */
static gboolean reference_at(DBusMessageIter *place, const char **bus_name, const char **path) {
  DBusMessageIter fields;
  dbus_message_iter_recurse(place, &fields);
  *bus_name = string_at(&fields);
  *path = string_at(&fields);
  dbus_message_iter_next(place);
  return **bus_name && !g_str_has_suffix(*path, "/null");
}

static guint64 states_at(DBusMessageIter *place) {
  guint64 states = 0;
  DBusMessageIter words;
  dbus_message_iter_recurse(place, &words);
  for (int shift = 0; shift < 64 && is_at(&words, DBUS_TYPE_UINT32); shift += 32)
    states |= (guint64)(guint32)number_at(&words) << shift;
  dbus_message_iter_next(place);
  return states;
}

static guint64 states_in(DBusMessage *reply) {
  DBusMessageIter place;
  return first_of(reply, DBUS_TYPE_ARRAY, &place) ? states_at(&place) : 0;
}

static void note_interfaces_at(Node *node, DBusMessageIter *place) {
  DBusMessageIter names;
  dbus_message_iter_recurse(place, &names);
  while (is_at(&names, DBUS_TYPE_STRING)) {
    const char *name = string_at(&names);
    node->has_text = node->has_text || strcmp(name, TEXT) == 0;
    node->has_value = node->has_value || strcmp(name, VALUE) == 0;
    node->has_table = node->has_table || strcmp(name, TABLE) == 0;
  }
  dbus_message_iter_next(place);
}

static void note_interfaces(Node *node, DBusMessage *reply) {
  DBusMessageIter place;
  if (first_of(reply, DBUS_TYPE_ARRAY, &place))
    note_interfaces_at(node, &place);
}

static Area area_at(DBusMessageIter *numbers) {
  Area area;
  area.x = number_at(numbers);
  area.y = number_at(numbers);
  area.width = number_at(numbers);
  area.height = number_at(numbers);
  return area;
}

/* Calls `body` for each accessible in a reply that lists them. */
static void for_each(DBusMessage *reply, void (*body)(const char *bus_name, const char *path)) {
  DBusMessageIter place, references;
  const char *bus_name, *path;
  if (!first_of(reply, DBUS_TYPE_ARRAY, &place))
    return;
  dbus_message_iter_recurse(&place, &references);
  while (is_at(&references, DBUS_TYPE_STRUCT))
    if (reference_at(&references, &bus_name, &path))
      body(bus_name, path);
}

/* Details: texts, values and labels of what is visible. */

static void on_length(Node *node, DBusMessage *reply) {
  int length = 0;
  int start = 0;
  if (!boxed_int(reply, &length) || length <= 0)
    return;
  length = MIN(length, TEXT_LIMIT);
  send(node, TEXT, "GetText", ignore, DBUS_TYPE_INT32, &start, DBUS_TYPE_INT32, &length, DBUS_TYPE_INVALID);
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
    ask(node, ACCESSIBLE, "GetRelationSet", ignore);
}

/* The walk: five calls for each node, and three more where it is visible. GTK 4 lists what anybody has asked for
   before, so that only extents and children are missing. */

static void read_node(Node *node);
static void read_cells(Node *node);

static void read_child(const char *bus_name, const char *path) {
  Node *node = items ? g_hash_table_lookup(items, path) : NULL;
  read_node(node ? node : new_node(bus_name, path));
}

static void on_children(Node *node, DBusMessage *reply) {
  (void)node;
  for_each(reply, read_child);
}

static void look_into(Node *node) {
  read_details(node);
  if (has_state(node->states, ATSPI_STATE_MANAGES_DESCENDANTS))
    read_cells(node);
}

static void on_interfaces(Node *node, DBusMessage *reply) {
  note_interfaces(node, reply);
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
    ask(node, ACCESSIBLE, "GetInterfaces", on_interfaces);
    get(node, ACCESSIBLE, "Description", ignore);
  }
  if (node->children > 0 && node->children <= MOST_CHILDREN &&
      !has_state(node->states, ATSPI_STATE_MANAGES_DESCENDANTS))
    ask(node, ACCESSIBLE, "GetChildren", on_children);
}

static void on_role(Node *node, DBusMessage *reply) {
  number_of(reply, DBUS_TYPE_UINT32, &node->role);
  on_basic(node);
}

static void on_states(Node *node, DBusMessage *reply) {
  node->states = states_in(reply);
  on_basic(node);
}

static void on_name(Node *node, DBusMessage *reply) {
  char *name = boxed_string(reply);
  node->has_name = name && *name;
  g_free(name);
  on_basic(node);
}

static void on_child_count(Node *node, DBusMessage *reply) {
  boxed_int(reply, &node->children);
  on_basic(node);
}

static void on_extents(Node *node, DBusMessage *reply) {
  DBusMessageIter place, numbers;
  if (first_of(reply, DBUS_TYPE_STRUCT, &place)) {
    dbus_message_iter_recurse(&place, &numbers);
    node->area = area_at(&numbers);
  }
  on_basic(node);
}

static void read_node(Node *node) {
  node->basics_left = node->is_listed ? 1 : 5;
  if (!node->is_listed) {
    ask(node, ACCESSIBLE, "GetRole", on_role);
    ask(node, ACCESSIBLE, "GetState", on_states);
    get(node, ACCESSIBLE, "Name", on_name);
    get(node, ACCESSIBLE, "ChildCount", on_child_count);
  }
  guint32 coordinates = target.is_gtk4 ? 1 : 0;
  send(node, COMPONENT, "GetExtents", on_extents, DBUS_TYPE_UINT32, &coordinates, DBUS_TYPE_INVALID);
}

/* Cells: all of a small table, of a large one those between two corners. */

static void on_cell(Node *node, DBusMessage *reply) {
  (void)node;
  const char *bus_name, *path;
  DBusMessageIter place;
  if (first_of(reply, DBUS_TYPE_STRUCT, &place) && reference_at(&place, &bus_name, &path))
    read_child(bus_name, path);
}

static void read_range(Node *node) {
  CellRange range = node->range;
  for (int row = range.first_row; row <= range.last_row; row++)
    for (int column = range.first_column; column <= range.last_column; column++)
      send(node, TABLE, "GetAccessibleAt", on_cell, DBUS_TYPE_INT32, &row, DBUS_TYPE_INT32, &column, DBUS_TYPE_INVALID);
}

static void on_corner(Node *node) {
  if (--node->corners_left > 0)
    return;
  node->range = limited(node->range);
  read_range(node);
}

static void on_number(Node *node, DBusMessage *reply, int *number) {
  int value = -1;
  number_of(reply, DBUS_TYPE_INT32, &value);
  if (value >= 0)
    *number = value;
  on_corner(node);
}

static void on_first_row(Node *node, DBusMessage *reply) { on_number(node, reply, &node->range.first_row); }
static void on_last_row(Node *node, DBusMessage *reply) { on_number(node, reply, &node->range.last_row); }
static void on_first_column(Node *node, DBusMessage *reply) { on_number(node, reply, &node->range.first_column); }
static void on_last_column(Node *node, DBusMessage *reply) { on_number(node, reply, &node->range.last_column); }

/* A hit borrows `range.first_row` to say which corner it is, and `area` to name its table. */
typedef struct {
  Node node;
  Node *table;
  gboolean is_first;
} Hit;

static void on_index(Node *node, DBusMessage *reply) {
  Hit *hit = (Hit *)node;
  int index = -1;
  number_of(reply, DBUS_TYPE_INT32, &index);
  if (index < 0) {
    hit->table->corners_left--;
    on_corner(hit->table);
    return;
  }
  send(hit->table, TABLE, "GetRowAtIndex", hit->is_first ? on_first_row : on_last_row, DBUS_TYPE_INT32, &index,
       DBUS_TYPE_INVALID);
  send(hit->table, TABLE, "GetColumnAtIndex", hit->is_first ? on_first_column : on_last_column, DBUS_TYPE_INT32,
       &index, DBUS_TYPE_INVALID);
}

static void on_hit(Node *table, DBusMessage *reply, gboolean is_first) {
  const char *bus_name, *path;
  DBusMessageIter place;
  if (!first_of(reply, DBUS_TYPE_STRUCT, &place) || !reference_at(&place, &bus_name, &path)) {
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
  ask(&hit->node, ACCESSIBLE, "GetIndexInParent", on_index);
}

static void on_first_hit(Node *node, DBusMessage *reply) { on_hit(node, reply, TRUE); }
static void on_last_hit(Node *node, DBusMessage *reply) { on_hit(node, reply, FALSE); }

static void hit(Node *node, int x, int y, Handler handler) {
  guint32 coordinates = target.is_gtk4 ? 1 : 0;
  send(node, COMPONENT, "GetAccessibleAtPoint", handler, DBUS_TYPE_INT32, &x, DBUS_TYPE_INT32, &y, DBUS_TYPE_UINT32,
       &coordinates, DBUS_TYPE_INVALID);
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

static void on_rows(Node *node, DBusMessage *reply) {
  boxed_int(reply, &node->rows);
  on_size(node);
}

static void on_columns(Node *node, DBusMessage *reply) {
  boxed_int(reply, &node->columns);
  on_size(node);
}

static void on_item_count(Node *node, DBusMessage *reply) {
  int count = 0;
  if (boxed_int(reply, &count) && count > 0 && count <= MOST_CELLS)
    ask(node, ACCESSIBLE, "GetChildren", on_children);
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

static DBusMessage *tree;

static void read_item(DBusMessageIter *place) {
  DBusMessageIter fields;
  const char *bus_name, *path;
  dbus_message_iter_recurse(place, &fields);
  gboolean is_something = reference_at(&fields, &bus_name, &path);
  dbus_message_iter_next(&fields); /* the application */
  dbus_message_iter_next(&fields); /* the parent */
  dbus_message_iter_next(&fields); /* the index */
  if (!is_something)
    return;
  Node *item = new_node(bus_name, path);
  item->is_listed = TRUE;
  item->children = number_at(&fields);
  note_interfaces_at(item, &fields);
  item->has_name = *string_at(&fields) != 0;
  item->role = (guint32)number_at(&fields);
  string_at(&fields); /* the description */
  item->states = states_at(&fields);
  g_hash_table_insert(items, (gpointer)item->path, item);
}

static void on_items(Node *node, DBusMessage *reply) {
  (void)node;
  DBusMessageIter place, entries;
  if (!reply || !dbus_message_has_signature(reply, "a((so)(so)(so)iiassusau)"))
    return;
  dbus_message_iter_init(reply, &place);
  dbus_message_iter_recurse(&place, &entries);
  while (is_at(&entries, DBUS_TYPE_STRUCT)) {
    read_item(&entries);
    dbus_message_iter_next(&entries);
  }
}

static void on_tree(Node *node, DBusMessage *reply) {
  (void)node;
  if (reply && dbus_message_has_signature(reply, "a((so)a{sv})"))
    tree = dbus_message_ref(reply);
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

static void on_missing_role(Node *node, DBusMessage *reply) {
  number_of(reply, DBUS_TYPE_UINT32, &node->role);
  on_missing(node);
}

static void on_missing_states(Node *node, DBusMessage *reply) {
  node->states = states_in(reply);
  on_missing(node);
}

static void on_missing_interfaces(Node *node, DBusMessage *reply) {
  note_interfaces(node, reply);
  on_missing(node);
}

static void read_missing(Node *node) {
  node->basics_left = 3;
  ask(node, ACCESSIBLE, "GetRole", on_missing_role);
  ask(node, ACCESSIBLE, "GetState", on_missing_states);
  ask(node, ACCESSIBLE, "GetInterfaces", on_missing_interfaces);
}

static void append_empty(DBusMessageIter *end, const char *element) {
  DBusMessageIter inside;
  dbus_message_iter_open_container(end, DBUS_TYPE_ARRAY, element, &inside);
  dbus_message_iter_close_container(end, &inside);
}

/* The rule is read and ignored. `properties` ends with NULL. */
static void ask_tree(Node *root, const char *const *properties) {
  DBusMessage *message = dbus_message_new_method_call(NULL, root->path, "org.a11y.atspi.Collection", "GetTree");
  DBusMessageIter end, rule, names;
  int zero = 0;
  dbus_bool_t no = FALSE;
  dbus_message_iter_init_append(message, &end);
  dbus_message_iter_open_container(&end, DBUS_TYPE_STRUCT, NULL, &rule);
  for (const char *const *element = (const char *[]){"i", "{ss}", "i", "s", NULL}; *element; element++) {
    append_empty(&rule, *element);
    dbus_message_iter_append_basic(&rule, DBUS_TYPE_INT32, &zero);
  }
  dbus_message_iter_append_basic(&rule, DBUS_TYPE_BOOLEAN, &no);
  dbus_message_iter_close_container(&end, &rule);
  dbus_message_iter_open_container(&end, DBUS_TYPE_ARRAY, "s", &names);
  for (; *properties; properties++)
    dbus_message_iter_append_basic(&names, DBUS_TYPE_STRING, properties);
  dbus_message_iter_close_container(&end, &names);
  send_message(root, on_tree, message);
}

static Area extents_in(DBusMessageIter *properties) {
  Area area = {0};
  DBusMessageIter entries, entry, value, numbers;
  dbus_message_iter_recurse(properties, &entries);
  while (is_at(&entries, DBUS_TYPE_DICT_ENTRY)) {
    dbus_message_iter_recurse(&entries, &entry);
    if (strcmp(string_at(&entry), "component.ScreenExtents") == 0) {
      dbus_message_iter_recurse(&entry, &value);
      dbus_message_iter_recurse(&value, &numbers);
      area = area_at(&numbers);
    }
    dbus_message_iter_next(&entries);
  }
  return area;
}

static void place_tree(Node *root) {
  DBusMessageIter place, entries, entry;
  const char *bus_name, *path;
  gboolean is_incomplete = FALSE;
  dbus_message_iter_init(tree, &place);
  dbus_message_iter_recurse(&place, &entries);
  for (; is_at(&entries, DBUS_TYPE_STRUCT); dbus_message_iter_next(&entries)) {
    dbus_message_iter_recurse(&entries, &entry);
    if (!reference_at(&entry, &bus_name, &path))
      continue;
    Node *node = g_hash_table_lookup(items, path);
    gboolean is_missing = node == NULL;
    if (is_missing)
      node = new_node(bus_name, path);
    node->area = extents_in(&entry);
    if (is_missing)
      read_missing(node);
    else
      on_listed(node);
    is_incomplete = is_incomplete || is_missing;
  }
  g_clear_pointer(&tree, dbus_message_unref);
  if (is_incomplete)
    ask_tree(root, (const char *[]){"Name", "Description", "ChildCount", "Parent", NULL});
  wait_for_all();
}

static void ask_items(Node *root) {
  Node *cache = new_node(root->bus, "/org/a11y/atspi/cache");
  items = g_hash_table_new(g_str_hash, g_str_equal);
  ask(cache, "org.a11y.atspi.Cache", "GetItems", on_items);
}

static gboolean read_in_bulk(Node *root) {
  ask_items(root);
  ask_tree(root, (const char *[]){"component.ScreenExtents", NULL});
  wait_for_all();
  gboolean is_known = tree && g_hash_table_size(items) > 0;
  if (is_known)
    place_tree(root);
  g_clear_pointer(&tree, dbus_message_unref);
  g_clear_pointer(&items, g_hash_table_destroy);
  return is_known;
}

/* Which program, and which of its top-level accessibles. */

static GPtrArray *found;

static void note_found(const char *bus_name, const char *path) {
  g_ptr_array_add(found, new_node(bus_name, path));
}

static void on_found(Node *node, DBusMessage *reply) {
  (void)node;
  for_each(reply, note_found);
}

static void on_pid(Node *node, DBusMessage *reply) {
  guint32 pid = 0;
  number_of(reply, DBUS_TYPE_UINT32, &pid);
  node->frame_score = pid == target.pid;
}

static void on_toolkit(Node *node, DBusMessage *reply) {
  (void)node;
  toolkit = boxed_string(reply);
}

static void on_version(Node *node, DBusMessage *reply) {
  (void)node;
  version = boxed_string(reply);
}

static void on_program_name(Node *node, DBusMessage *reply) {
  (void)node;
  program_name = boxed_string(reply);
}

static Link linked(DBusConnection *connection) {
  return (Link){connection, g_hash_table_new(NULL, NULL)};
}

/* A direct link lasts from one reading to the next, as ours does. */
static void on_address(Node *node, DBusMessage *reply) {
  const char *address;
  DBusMessageIter place;
  is_bridged = first_of(reply, DBUS_TYPE_STRING, &place);
  if (!is_bridged || peer.connection)
    return;
  dbus_message_iter_get_basic(&place, &address);
  peer = linked(dbus_connection_open_private(address, NULL));
  peer_name = g_strdup(node->bus);
}

static void on_frame_name(Node *node, DBusMessage *reply) {
  char *name = boxed_string(reply);
  node->frame_score += name && strcmp(name, target.title) == 0 ? 4 : 0;
  g_free(name);
}

static void on_frame_states(Node *node, DBusMessage *reply) {
  guint64 states = states_in(reply);
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
  ask(new_node("org.a11y.atspi.Registry", ROOT), ACCESSIBLE, "GetChildren", on_found);
  wait_for_all();
  for (guint index = 0; index < found->len; index++) {
    Node *node = g_ptr_array_index(found, index);
    DBusMessage *message = dbus_message_new_method_call(NULL, "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                                        "GetConnectionUnixProcessID");
    dbus_message_append_args(message, DBUS_TYPE_STRING, &node->bus, DBUS_TYPE_INVALID);
    ask_bus(node, on_pid, message);
  }
  wait_for_all();
  return best_of_found();
}

static Node *find_frame(Node *program) {
  get(program, ACCESSIBLE, "Name", on_program_name);
  get(program, APPLICATION, "ToolkitName", on_toolkit);
  get(program, APPLICATION, "Version", on_version);
  ask(program, APPLICATION, "GetApplicationBusAddress", on_address);
  ask(program, ACCESSIBLE, "GetChildren", on_found);
  wait_for_all();
  target.is_gtk4 = is_gtk4(toolkit ? toolkit : "", version ? version : "");
  for (guint index = 0; index < found->len; index++) {
    Node *node = g_ptr_array_index(found, index);
    get(node, ACCESSIBLE, "Name", on_frame_name);
    ask(node, ACCESSIBLE, "GetState", on_frame_states);
    ask(node, ACCESSIBLE, "GetAttributes", ignore);
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

static DBusConnection *connect_to_bus(void) {
  DBusConnection *session = dbus_bus_get(DBUS_BUS_SESSION, NULL);
  if (!session)
    return NULL;
  DBusMessage *call = dbus_message_new_method_call("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress");
  DBusMessage *reply = dbus_connection_send_with_reply_and_block(session, call, 2000, NULL);
  const char *address;
  if (!reply || !dbus_message_get_args(reply, NULL, DBUS_TYPE_STRING, &address, DBUS_TYPE_INVALID))
    return NULL;
  DBusConnection *connection = dbus_connection_open_private(address, NULL);
  return connection && dbus_bus_register(connection, NULL) ? connection : NULL;
}

int main(int count, char **values) {
  Target wanted;
  if (!read_arguments(count, values, &wanted))
    return 2;
  bus = linked(connect_to_bus());
  if (!bus.connection) {
    fprintf(stderr, "%s: there is no accessibility bus\n", values[0]);
    return 1;
  }
  return answer_lines(&wanted, read_window);
}
