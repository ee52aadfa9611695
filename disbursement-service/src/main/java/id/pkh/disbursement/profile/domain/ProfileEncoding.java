package id.pkh.disbursement.profile.domain;

/** The encodings of text files. */
public enum ProfileEncoding {
    UTF_8("UTF-8"),
    WINDOWS_1252("windows-1252");

    private final String charset;

    ProfileEncoding(String charset) {
        this.charset = charset;
    }

    public String charset() {
        return charset;
    }
}
