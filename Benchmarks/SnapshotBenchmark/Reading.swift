/// What one snapshot took and brought, or why it failed.
struct Reading: Encodable {
  var milliseconds: Double = 0
  var nodes: Int = 0
  var isTruncated: Bool = false
  var error: String?
}
