package id.pkh.platform.files;

import java.nio.charset.Charset;

/** How the text files of one sender are written, where that was agreed and is not guessed. */
public record CsvDialect(Charset charset, char separator, char quote) {}
