package id.pkh.registry.identity;

/** How the subjects of people are written, for filters that name one. */
public final class Subjects {

    /** For {@code @CodeForm}. */
    public static final String FORM = "^[A-Za-z0-9._@:-]{1,100}$";

    private Subjects() {}
}
