package id.pkh.console.overview;

import com.github.benmanes.caffeine.cache.Ticker;
import id.pkh.console.Access;
import id.pkh.console.ConsoleConfig;
import id.pkh.console.call.Reply;
import id.pkh.console.call.ServiceCalls;
import id.pkh.console.call.ServiceName;
import id.pkh.console.page.Frames;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The first page: whether the system is healthy, and which part is not. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Access.OPERATIONS, Access.AUDITOR})
@Blocking
public class OverviewResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance overview(Overview now);

        static native TemplateInstance overviewPanel(Overview now);
    }

    private final ServiceCalls calls;
    private final Broker broker;
    private final Frames frames;
    private final Latest<Overview> latest;

    OverviewResource(ServiceCalls calls, Broker broker, Frames frames, ConsoleConfig config) {
        this.calls = calls;
        this.broker = broker;
        this.frames = frames;
        this.latest =
                new Latest<>(
                        this::ask,
                        Infrastructure.getDefaultExecutor(),
                        Ticker.systemTicker(),
                        config.overview().fresh(),
                        config.overview().usable());
    }

    @GET
    public TemplateInstance page() {
        return frames.show("overview", Templates.overview(latest.get()));
    }

    @GET
    @Path("overview/panel")
    public TemplateInstance panel() {
        return frames.show("overview", Templates.overviewPanel(latest.get()));
    }

    /** The content is the same for all users. */
    private Overview ask() {
        CompletableFuture<BrokerState> brokerState =
                CompletableFuture.supplyAsync(broker::state, Infrastructure.getDefaultExecutor());
        List<CompletableFuture<ServiceRow>> rows =
                Arrays.stream(ServiceName.values()).map(this::row).toList();
        return new Overview(
                rows.stream().map(CompletableFuture::join).toList(),
                brokerState.join(),
                Clock.systemUTC().instant());
    }

    private CompletableFuture<ServiceRow> row(ServiceName service) {
        CompletableFuture<Reply> health = calls.getManagement(service, "/q/health/ready");
        CompletableFuture<Reply> metrics = calls.getManagement(service, "/q/metrics");
        return health.thenCombine(
                metrics,
                (h, m) ->
                        ServiceRow.of(
                                service,
                                Health.of(h),
                                PrometheusText.parse(m.isOk() ? m.body() : "")));
    }
}
