package id.pkh.console.page;

/**
 * What stands around every page.
 *
 * @param section which entry of the navigation is the current one
 * @param user who is signed in; empty on the way in
 * @param mayAct false for those who only look
 * @param fromProvider signed in at a provider, not with a token pasted here
 * @param language tag of the language the page is in
 * @param here path and query of this page, to come back to
 * @param zone zone of the times shown
 */
public record Frame(
        String section,
        String user,
        boolean mayAct,
        boolean fromProvider,
        String language,
        String here,
        String zone) {

    public boolean isSignedIn() {
        return !user.isEmpty();
    }
}
