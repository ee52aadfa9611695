package id.pkh.platform.web;

/** The key that signs cursors. It is the same in all instances and services, and after a start. */
public interface CursorKey {

    /** At least 32 bytes, used for nothing else. */
    byte[] bytes();
}
