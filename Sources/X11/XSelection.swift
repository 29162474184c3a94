import CX11

extension XConnection {
  /// Answers a program that asks for what is selected or copied. `write` puts the form that it wants into a property of
  /// its window; false where there is no such form, or the window is gone.
  package func answer(_ request: XSelectionRequestEvent, write: (_ property: Atom) -> Bool) {
    // Programs from before there was this field leave it empty.
    let property = request.property == 0 ? request.target : request.property
    var event = XEvent()
    event.xselection.type = SelectionNotify
    event.xselection.requestor = request.requestor
    event.xselection.selection = request.selection
    event.xselection.target = request.target
    event.xselection.time = request.time
    event.xselection.property = write(property) ? property : 0
    _ = attempt { XSendEvent(display, request.requestor, False, NoEventMask, &event) }
  }
}
