// What a browser appends that saves a form which somebody filled in: browser_goes_on.mjs LIBRARY BASES TARGET, where LIBRARY is the
// folder of pdfjs-dist. Firefox shows and saves PDF files with it.
import fs from 'node:fs';
import path from 'node:path';

const [library, bases, target] = process.argv.slice(2);
const { AnnotationEditorType, getDocument } = await import(path.resolve(library, 'legacy/build/pdf.mjs'));
const fonts = path.resolve(library, 'standard_fonts') + '/';

const work = {
  filled: async (document) => {
    const all = await (await document.getPage(1)).getAnnotations();
    const texts = all.filter((one) => one.fieldType === 'Tx');
    if (texts.length === 0) return false;
    document.annotationStorage.setValue(texts.at(-1).id, { value: 'Bob' });
    return true;
  },
  noted: async (document) => {
    const look = { color: [0, 0, 0], fontSize: 12, value: 'Seen and agreed.' };
    const place = { pageIndex: 0, rect: [300, 300, 450, 340], rotation: 0, structTreeParentId: null, id: null };
    const note = { annotationType: AnnotationEditorType.FREETEXT, ...look, ...place };
    document.annotationStorage.setValue('pdfjs_internal_editor_0', note);
    return true;
  },
};

for (const base of fs.readdirSync(bases)) {
  const name = path.basename(base, '.pdf');
  for (const [what, change] of Object.entries(work)) {
    if (what === 'noted' && !name.endsWith('annotations')) continue;
    const data = new Uint8Array(fs.readFileSync(path.join(bases, base)));
    const document = await getDocument({ data, verbosity: 0, standardFontDataUrl: fonts }).promise;
    if (await change(document)) {
      fs.writeFileSync(path.join(target, `${name}--${what}.pdf`), await document.saveDocument());
    }
    await document.destroy();
  }
}
