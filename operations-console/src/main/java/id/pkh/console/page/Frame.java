package id.pkh.console.page;

/**
 * The frame around every page.
 *
 * @param section the current entry of the navigation
 * @param user the signed-in user; empty before signing in
 * @param mayAct false for users who may only read
 * @param fromProvider signed in at a provider, not with a pasted token
 * @param language tag of the page's language
 * @param here path and query of this page, for returning to it
 * @param zone zone of the times that are shown
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
