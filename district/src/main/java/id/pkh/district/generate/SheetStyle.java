package id.pkh.district.generate;

/**
 * How a spreadsheet program saved a file.
 *
 * @param xlsx a workbook, not text
 * @param delimiter comma or semicolon
 * @param byteOrderMark UTF-8 with a BOM
 * @param sepLine a first line {@code sep=;}
 * @param windowsLines CR LF
 * @param padded short rows end in empty cells, as spreadsheet programs write them
 */
record SheetStyle(
        boolean xlsx,
        char delimiter,
        boolean byteOrderMark,
        boolean sepLine,
        boolean windowsLines,
        boolean padded) {

    static final SheetStyle PLAIN = new SheetStyle(false, ';', false, false, false, false);

    static SheetStyle thrown(Dice dice) {
        if (dice.permille(180)) {
            return new SheetStyle(true, ';', false, false, false, false);
        }
        return new SheetStyle(
                false,
                dice.permille(450) ? ',' : ';',
                dice.permille(300),
                dice.permille(200),
                dice.permille(500),
                dice.permille(400));
    }

    SheetStyle withoutSepLine() {
        return new SheetStyle(xlsx, delimiter, byteOrderMark, false, windowsLines, padded);
    }

    String extension() {
        return xlsx ? ".xlsx" : ".csv";
    }
}
