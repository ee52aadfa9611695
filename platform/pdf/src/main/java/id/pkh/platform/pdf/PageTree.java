package id.pkh.platform.pdf;

import java.io.IOException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;

/** The pages of a file in nodes of a hundred, so that a viewer finds a page without all others. */
final class PageTree {

    private static final int PAGES_IN_A_NODE = 100;

    private final PdfObjects objects;
    private final COSObject root;
    private final COSArray nodes = new COSArray();
    private COSObject node;
    private COSArray kids = new COSArray();
    private int count;

    PageTree(PdfObjects objects) {
        this.objects = objects;
        this.root = objects.reserve();
        this.node = objects.reserve();
    }

    COSObject add(COSDictionary page) throws IOException {
        if (kids.size() == PAGES_IN_A_NODE) {
            endNode();
            node = objects.reserve();
            kids = new COSArray();
        }
        page.setItem(COSName.PARENT, node);
        COSObject reference = objects.add(page);
        kids.add(reference);
        count++;
        return reference;
    }

    private void endNode() throws IOException {
        COSDictionary pages = pages(kids, kids.size());
        pages.setItem(COSName.PARENT, root);
        objects.write(node, pages);
        nodes.add(node);
    }

    COSObject end() throws IOException {
        endNode();
        objects.write(root, pages(nodes, count));
        return root;
    }

    private static COSDictionary pages(COSArray kids, int count) {
        COSDictionary pages = new COSDictionary();
        pages.setItem(COSName.TYPE, COSName.PAGES);
        pages.setItem(COSName.KIDS, kids);
        pages.setInt(COSName.COUNT, count);
        return pages;
    }
}
