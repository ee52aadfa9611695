package id.pkh.testsupport.faults;

/**
 * One wrong value of a parameter or of a field.
 *
 * @param what the kind, for the message of a failed test
 * @param value as it is sent: percent-encoded in an address, JSON in a body
 * @param refused whether no operation may accept it, wherever it stands
 */
record Fault(String what, String value, boolean refused) {

    static Fault refused(String what, String value) {
        return new Fault(what, value, true);
    }

    /** A value that is wrong in most places, and an ordinary text in some. */
    static Fault odd(String what, String value) {
        return new Fault(what, value, false);
    }
}
