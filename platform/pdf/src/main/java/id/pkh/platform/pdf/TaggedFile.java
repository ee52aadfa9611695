package id.pkh.platform.pdf;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;

/**
 * One file with some documents, tagged (ISO 32000-1, 14.8): every document is a section of it, and
 * every piece of it an element with its role. A document is written when it is added; only numbers
 * of objects are kept.
 */
public final class TaggedFile implements Closeable {

    private static final int BUFFER_BYTES = 32 * 1024;
    private static final COSName SECTION = COSName.getPDFName("Sect");
    private static final COSName WHOLE = COSName.getPDFName("Document");
    private static final COSName ELEMENT = COSName.getPDFName("StructElem");
    private static final COSName ROLE = COSName.S;
    private static final COSName PAGE = COSName.getPDFName("Pg");
    private static final COSName FONT = COSName.getPDFName("F1");
    private static final String LANGUAGE = "id-ID";

    private final PdfObjects objects;
    private final DocumentFont font = new DocumentFont();
    private final String title;
    private final COSObject whole;
    private final COSObject fontReference;
    private final COSObject resources;
    private final PageTree pages;
    private final COSArray sections = new COSArray();
    private final COSArray elementsOfPages = new COSArray();
    private int pageCount;

    /**
     * Begins a file.
     *
     * @param title what viewers show instead of a name of the file
     */
    public TaggedFile(OutputStream out, String title) throws IOException {
        this.title = title;
        objects = new PdfObjects(new BufferedOutputStream(out, BUFFER_BYTES));
        pages = new PageTree(objects);
        whole = objects.reserve();
        fontReference = objects.reserve();
        resources = objects.add(dictionary(COSName.FONT, dictionary(FONT, fontReference)));
    }

    /** The font in which the sheets of this file are drawn. */
    public DocumentFont font() {
        return font;
    }

    /** Adds a document. */
    public void add(List<Sheet> sheets) throws IOException {
        COSObject section = objects.reserve();
        COSArray elements = new COSArray();
        for (Sheet sheet : sheets) {
            add(sheet, section, elements);
        }
        COSDictionary element = element(SECTION, whole);
        element.setItem(COSName.K, elements);
        objects.write(section, element);
        this.sections.add(section);
    }

    private void add(Sheet sheet, COSObject section, COSArray elements) throws IOException {
        COSDictionary page = new COSDictionary();
        page.setItem(COSName.TYPE, COSName.PAGE);
        page.setItem(COSName.MEDIA_BOX, sheet.format().getCOSArray());
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

    /** Writes what stands at the end. A file that was not finished does not open. */
    public void finish() throws IOException {
        objects.write(fontReference, font.embedded());
        COSObject root = objects.reserve();
        COSDictionary document = element(WHOLE, root);
        document.setItem(COSName.K, sections);
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
        information.setString(COSName.TITLE, title);
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
