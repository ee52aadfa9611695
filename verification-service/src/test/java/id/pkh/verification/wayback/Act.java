package id.pkh.verification.wayback;

/**
 * Something that happens in a schedule.
 *
 * @param subject the name of a step or proposal, or the place of a fact
 * @param by the person; empty when none acts
 * @param detail the rest, in words
 */
record Act(Kind kind, String subject, String by, String detail) {

    enum Kind {
        /** A list or a closed quarter arrives; its number says which revision it is. */
        FACT,
        EXEMPT,
        /** Days pass; what is due happens. */
        PASS,
        PROPOSE,
        WITHDRAW,
        PREPARE,
        CONFIRM,
        DROP,
        DELIVER_STEP,
        DELIVER,
        APPEAL_STEP,
        APPEAL,
        DECIDE_STEP_APPEAL,
        DECIDE_APPEAL,
        LIFT
    }

    String word(int i) {
        return detail.split(" ")[i];
    }
}
