package id.pkh.platform.web;

/** An answer that is one page of a list; its cursor is signed on the way out. */
public interface Paged {

    /** Null on the last page. */
    String next();

    /** The same page with a signed cursor. */
    Paged withNext(String signed);
}
