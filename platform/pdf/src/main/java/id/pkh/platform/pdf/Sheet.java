package id.pkh.platform.pdf;

import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** A drawn sheet with the roles of its pieces, in the order of their numbers. */
public record Sheet(PDRectangle format, COSStream content, List<COSName> roles) {}
