package id.pkh.platform.policies;

import id.pkh.platform.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** The answer of an operation that enters a version. Each kind has an operation with its form. */
@ApplicationScoped
public class PolicyEntry {

    private final EnterPolicy enterPolicy;
    private final PolicyVersionViews views;
    private final Caller caller;

    PolicyEntry(EnterPolicy enterPolicy, PolicyVersionViews views, Caller caller) {
        this.enterPolicy = enterPolicy;
        this.views = views;
        this.caller = caller;
    }

    public <D extends PolicyDocument> Response enter(PolicyKind<D> kind, D document) {
        PolicyVersion version = enterPolicy.handle(kind, document, caller.nationalSubject());
        return Response.created(URI.create(PolicyVersionResource.PATH + "/" + version.versionId()))
                .entity(views.of(version))
                .build();
    }
}
