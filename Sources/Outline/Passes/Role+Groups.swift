extension Role {
  /// Shows text and does nothing else.
  var isStaticText: Bool {
    switch self {
    case .label, .static, .paragraph, .heading, .caption, .blockQuote, .definition, .descriptionTerm,
      .descriptionValue, .comment, .footnote, .math, .timer, .log, .marquee, .acceleratorLabel:
      true
    default: false
    }
  }

  /// Holds other accessibles and means nothing by itself.
  var isWrapper: Bool {
    switch self {
    case .filler, .panel, .section, .viewport, .scrollPane, .splitPane, .rootPane, .layeredPane, .glassPane,
      .optionPane, .directoryPane, .unknown, .extended, .redundantObject, .internalFrame, .invalid, .focusTraversable,
      .header,
      .footer, .grouping, .form, .landmark, .article, .embedded, .frame, .titleBar, .application:
      true
    default: false
    }
  }

  /// Lists things of one kind below one another or side by side.
  var isList: Bool {
    switch self {
    case .list, .listBox, .table, .tree, .treeTable, .descriptionList: true
    default: false
    }
  }

  var isItem: Bool {
    switch self {
    case .listItem, .treeItem, .tableRow, .tableCell, .icon, .desktopIcon: true
    default: false
    }
  }

  package var isColumnHeader: Bool {
    self == .columnHeader || self == .tableColumnHeader
  }

  var isDocument: Bool {
    switch self {
    case .documentWeb, .documentFrame, .documentEmail, .documentPresentation, .htmlContainer: true
    default: false
    }
  }

  /// A window that asks something.
  var isDialog: Bool {
    switch self {
    case .dialog, .alert, .fileChooser, .colorChooser, .fontChooser: true
    default: false
    }
  }

  /// Never worth a word: decoration, and what only moves or sizes other things.
  var isDecoration: Bool {
    switch self {
    case .scrollBar, .separator, .ruler, .tearoffMenuItem, .toolTip, .arrow, .inputMethodWindow, .acceleratorLabel: true
    default: false
    }
  }

  var isPicture: Bool { self == .image || self == .icon }

  /// Drawn by the program itself, so that only a picture can show what is in it.
  var isDrawing: Bool {
    switch self {
    case .canvas, .drawingArea, .terminal, .calendar, .colorChooser, .chart, .imageMap, .animation, .video, .embedded:
      true
    default: false
    }
  }
}
