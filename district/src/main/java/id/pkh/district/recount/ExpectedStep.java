package id.pkh.district.recount;

/** A step of the ladder that must be in effect for a family. */
public record ExpectedStep(
        String period, String cause, int rung, int running, String step, boolean isProtected) {

    public boolean isWarning() {
        return step.equals(Ladder.WARNING);
    }

    public boolean isSuspensionProposal() {
        return step.equals(Ladder.PROPOSAL);
    }

    public boolean isReminder() {
        return step.equals(Ladder.REMINDER);
    }
}
