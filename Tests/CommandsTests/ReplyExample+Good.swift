extension ReplyExample {
  static let plain: [ReplyExample] = [
    .good("one command", "click b3", "click b3"),
    .good(
      "a few commands",
      """
      click x14
      key ctrl+shift+n
      wait "New Folder" 5
      type e5 "Papers" enter
      """,
      "click x14", "key ctrl+shift+n", #"wait "New Folder" 5"#, #"type e5 "Papers" enter"#),
    .good("Windows line ends", "click b3\r\nclick b4\r\n", "click b3", "click b4"),
    .good("blank lines between", "click b3\n\n\nclick b4\n", "click b3", "click b4"),
    .good("indented", "    click b3\n    click b4", "click b3", "click b4"),
    .good("capitals", "Click b3\nTYPE e5 \"Papers\" Enter", "click b3", #"type e5 "Papers" enter"#),
    .good("an ending alone", #"done "There are 14 files in Downloads.""#, #"done "There are 14 files in Downloads.""#),
    .good(
      "an ending with actions", "click b3\ndone \"Saved.\"", "click b3", #"done "Saved.""#),
    .good("a question", "ask 'Which \"Papers\" folder do you mean?'", #"ask "Which \"Papers\" folder do you mean?""#),
    .good(
      "several lines to type", #"type e5 "Dear Sam,\n\nthank you.\n\nKim""#,
      #"type e5 "Dear Sam,\n\nthank you.\n\nKim""#),
    .good("curly quotes", "type e5 “Grüße” enter", #"type e5 "Grüße" enter"#),
    .good("code to type", #"type d1 "if (a > b) { return \"x\"; }\n""#, #"type d1 "if (a > b) { return \"x\"; }\n""#),
    .good("a tag to type", #"type d1 "<thinking>no</thinking>""#, #"type d1 "<thinking>no</thinking>""#),
    .good("marks copied from the outline", "uncheck c5+\nclick x10*", "uncheck c5", "click x10"),
    .good("dots in a menu", #"menu "File > Export As...""#, #"menu "File > Export As""#),
    .good("a look and a point", "look g2\nclick g2 at 312,80", "look g2", "click g2 at 312,80"),
    .good("words for keys", "key Cmd+C\nkey PageDown\nkey Esc", "key super+c", "key Next", "key Escape"),
  ]

  static let wrapped: [ReplyExample] = [
    .good("a fence", "```\nclick b3\nclick b4\n```", "click b3", "click b4"),
    .good("a fence with a language", "```bash\nclick b3\n```", "click b3"),
    .good("a fence of tildes", "~~~\nclick b3\n~~~", "click b3"),
    .good("a fence on the line of a command", "```click b3\nclick b4```", "click b3", "click b4"),
    .good("prose and a fence", "I'll open the File menu first.\n\n```\nclick m2\n```", "click m2"),
    .good(
      "prose, a fence, prose",
      """
      The New Folder dialog should open next:

      ```
      key ctrl+shift+n
      wait "New Folder" 5
      ```

      Then I can name the folder.
      """,
      "key ctrl+shift+n", #"wait "New Folder" 5"#),
    .good("back-quotes", "`click b3`\n`click b4`", "click b3", "click b4"),
    .good("bold", "**click b3**", "click b3"),
    .good("dashes", "- click b3\n- click b4", "click b3", "click b4"),
    .good("asterisks", "* click b3\n* click b4", "click b3", "click b4"),
    .good("numbers", "1. click b3\n2. type e5 \"x\"\n10) key Return", "click b3", #"type e5 "x""#, "key Return"),
    .good("a list of back-quotes", "1. `click b3`\n2. `key ctrl+v`", "click b3", "key ctrl+v"),
    .good("a heading", "## Next step\n\nclick b3", "click b3"),
    .good("tags around", "<commands>\nclick b3\nclick b4\n</commands>", "click b3", "click b4"),
    .good("thinking", "<thinking>\nThe Save button is b3.\nclick b9\n</thinking>\n\nclick b3", "click b3"),
    .good("thinking on one line", "<think>Save is b3.</think> click b3", "click b3"),
    .good("thinking twice", "<thinking>a</thinking><thinking>b</thinking>\nclick b3", "click b3"),
    .good("thinking that a server opened", "The button is b3.\nclick b9\n</think>\n\nclick b3", "click b3"),
    .good("thinking between commands", "click b3\n<thinking>And now?</thinking>\nclick b4", "click b3", "click b4"),
  ]

  static let prose: [ReplyExample] = [
    .good("a sentence before", "I'll click the Save button.\nclick b3", "click b3"),
    .good("a sentence after", "click b3\n\nThis saves the document.", "click b3"),
    .good("a sentence with a verb in front", "Click the button to continue:\nclick b3", "click b3"),
    .good("second thoughts", "Wait, I should look at the folder first.\nlook g2", "look g2"),
    .good("an instruction with a ref", "Click b3 to open the menu.\n\nclick b3", "click b3"),
    .good(
      "an instruction with a text", "Type \"Papers\" into the name field.\ntype e5 \"Papers\"", #"type e5 "Papers""#),
    .good("what a ref is", "x14 is the newest PDF, so:\nselect x14", "select x14"),
    .good("a plan", "Plan:\n- Open the folder first\n- Select the PDFs\n\ndouble x3", "double x3"),
    .good(
      "a summary after done", "done \"Moved 3 files.\"\n\nDone! The PDFs are in Papers now.", #"done "Moved 3 files.""#),
    .good("a colon after a verb", "Done: the menu is open.\nclick i4", "click i4"),
    .good("an inline command", "I'll use `click b3` for that.\nclick b3", "click b3"),
    .good(
      "verbs in mid-sentence", "Next I will type the name and select the PDFs.\ntype e5 \"Papers\"",
      #"type e5 "Papers""#),
    .good("other languages", "Ich öffne jetzt das Menü.\nclick m2", "click m2"),
    .good("words that are no arguments", "Select all\nclick b3", "click b3"),
    .good("a number in prose", "Step 1\nclick b3", "click b3"),
  ]
}
