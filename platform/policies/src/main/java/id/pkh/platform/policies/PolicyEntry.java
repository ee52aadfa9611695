package id.pkh.platform.policies;

import id.pkh.platform.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

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

    public <D extends PolicyDocument> RestResponse<PolicyVersionView> enter(
            PolicyKind<D> kind, D document) {
        PolicyVersion version = enterPolicy.handle(kind, document, caller.nationalSubject());
        return ResponseBuilder.create(RestResponse.Status.CREATED, views.of(version))
                .location(URI.create(PolicyVersionResource.PATH + "/" + version.versionId()))
                .build();
    }
}
