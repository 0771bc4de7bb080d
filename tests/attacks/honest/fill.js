// What `mutool run fill.js BASE TARGET WHAT` appends.
var document = new PDFDocument(scriptArgs[0]);
var page = document.loadPage(0);
if (scriptArgs[2] === "filled") {
  var texts = page.getWidgets().filter(function (widget) { return widget.getFieldType() === "text"; });
  texts[1].setTextValue("Bob");
  texts[1].update();
  page.update();
} else {
  var note = page.createAnnotation("Text");
  note.setRect([400, 300, 420, 320]);
  note.setContents("Seen and agreed.");
  note.update();
}
document.save(scriptArgs[1], "incremental");
