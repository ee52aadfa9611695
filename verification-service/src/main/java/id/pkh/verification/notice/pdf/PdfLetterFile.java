package id.pkh.verification.notice.pdf;

import id.pkh.verification.notice.Letter;
import id.pkh.verification.notice.LetterPrinter.LetterFile;
import id.pkh.verification.notice.pdf.LetterSheets.Sheet;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * One file with all letters, tagged (ISO 32000-1, 14.8): every letter is a section of the document,
 * and every piece of it an element with its role. A letter is written when it is added; only
 * numbers of objects are kept.
 */
final class PdfLetterFile implements LetterFile {

    private static final int BUFFER_BYTES = 32 * 1024;
    private static final COSName SECTION = COSName.getPDFName("Sect");
    private static final COSName WHOLE = COSName.getPDFName("Document");
    private static final COSName ELEMENT = COSName.getPDFName("StructElem");
    private static final COSName ROLE = COSName.S;
    private static final COSName PAGE = COSName.getPDFName("Pg");
    private static final COSName FONT = COSName.getPDFName("F1");
    private static final String LANGUAGE = "id-ID";
    private static final String TITLE = "Surat pemberitahuan Program Keluarga Harapan";

    private final PdfObjects objects;
    private final LetterFont font = new LetterFont();
    private final COSObject whole;
    private final COSObject fontReference;
    private final COSObject resources;
    private final PageTree pages;
    private final COSArray letters = new COSArray();
    private final COSArray elementsOfPages = new COSArray();
    private int pageCount;

    PdfLetterFile(OutputStream out) throws IOException {
        objects = new PdfObjects(new BufferedOutputStream(out, BUFFER_BYTES));
        pages = new PageTree(objects);
        whole = objects.reserve();
        fontReference = objects.reserve();
        resources = objects.add(dictionary(COSName.FONT, dictionary(FONT, fontReference)));
    }

    @Override
    public void add(Letter letter) throws IOException {
        try (LetterSheets sheets = new LetterSheets(font, letter)) {
            COSObject section = objects.reserve();
            COSArray elements = new COSArray();
            for (Sheet sheet : sheets.draw()) {
                add(sheet, section, elements);
            }
            COSDictionary element = element(SECTION, whole);
            element.setItem(COSName.K, elements);
            objects.write(section, element);
            letters.add(section);
        }
    }

    private void add(Sheet sheet, COSObject section, COSArray elements) throws IOException {
        COSDictionary page = new COSDictionary();
        page.setItem(COSName.TYPE, COSName.PAGE);
        page.setItem(COSName.MEDIA_BOX, PDRectangle.A4.getCOSArray());
        page.setItem(COSName.RESOURCES, resources);
        page.setItem(COSName.CONTENTS, objects.add(sheet.content()));
        page.setInt(COSName.STRUCT_PARENTS, pageCount);
        COSObject reference = pages.add(page);
        COSArray ofPage = new COSArray();
        for (int piece = 0; piece < sheet.roles().size(); piece++) {
            COSDictionary element = element(sheet.roles().get(piece), section);
            element.setItem(PAGE, reference);
            element.setInt(COSName.K, piece);
            COSObject added = objects.add(element);
            ofPage.add(added);
            elements.add(added);
        }
        elementsOfPages.add(COSInteger.get(pageCount));
        elementsOfPages.add(objects.add(ofPage));
        pageCount++;
    }

    @Override
    public void finish() throws IOException {
        objects.write(fontReference, font.embedded());
        COSObject root = objects.reserve();
        COSDictionary document = element(WHOLE, root);
        document.setItem(COSName.K, letters);
        objects.write(whole, document);
        COSDictionary structure = new COSDictionary();
        structure.setItem(COSName.TYPE, COSName.STRUCT_TREE_ROOT);
        structure.setItem(COSName.K, whole);
        structure.setItem(COSName.PARENT_TREE, dictionary(COSName.NUMS, elementsOfPages));
        structure.setInt(COSName.PARENT_TREE_NEXT_KEY, pageCount);
        objects.write(root, structure);
        COSDictionary catalog = new COSDictionary();
        catalog.setItem(COSName.TYPE, COSName.CATALOG);
        catalog.setItem(COSName.PAGES, pages.end());
        catalog.setItem(COSName.STRUCT_TREE_ROOT, root);
        catalog.setString(COSName.LANG, LANGUAGE);
        COSDictionary marked = new COSDictionary();
        marked.setBoolean("Marked", true);
        catalog.setItem(COSName.MARK_INFO, marked);
        COSDictionary preferences = new COSDictionary();
        preferences.setBoolean(COSName.getPDFName("DisplayDocTitle"), true);
        catalog.setItem(COSName.VIEWER_PREFERENCES, preferences);
        COSDictionary information = new COSDictionary();
        information.setString(COSName.TITLE, TITLE);
        objects.end(objects.add(catalog), objects.add(information));
    }

    private static COSDictionary element(COSName role, COSObject parent) {
        COSDictionary element = new COSDictionary();
        element.setItem(COSName.TYPE, ELEMENT);
        element.setItem(ROLE, role);
        element.setItem(COSName.P, parent);
        return element;
    }

    private static COSDictionary dictionary(COSName key, COSBase value) {
        COSDictionary dictionary = new COSDictionary();
        dictionary.setItem(key, value);
        return dictionary;
    }

    @Override
    public void close() throws IOException {
        font.close();
    }
}
