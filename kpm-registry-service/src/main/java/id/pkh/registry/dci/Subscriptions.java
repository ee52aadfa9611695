package id.pkh.registry.dci;

import id.pkh.platform.persistence.Database;
import id.pkh.registry.dci.domain.DciEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** What a subscription of the standard says beside its webhook, which delivers for it. */
@ApplicationScoped
@Transactional
class Subscriptions {

    private final Database database;

    Subscriptions(Database database) {
        this.database = database;
    }

    /**
     * A subscription.
     *
     * @param recordType as the subscriber named it
     */
    public record Subscription(
            UUID code, String senderId, DciEvent event, String transactionId, String recordType) {}

    @Transactional(Transactional.TxType.MANDATORY)
    void add(Subscription subscription) {
        database.update(
                "INSERT INTO dci_subscription (code, sender_id, event, transaction_id, record_type)"
                        + " VALUES (:code, :sender, :event, :transaction, :record)",
                u ->
                        u.bind("code", subscription.code())
                                .bind("sender", subscription.senderId())
                                .bind("event", subscription.event())
                                .bind("transaction", subscription.transactionId())
                                .bind("record", subscription.recordType()));
    }

    Optional<Subscription> find(UUID code) {
        return database.query(
                "SELECT code, sender_id, event, transaction_id, record_type FROM dci_subscription"
                        + " WHERE code = :code",
                q -> q.bind("code", code).map(database.rowsAs(Subscription.class)).findFirst());
    }

    /**
     * The one that a subscriber has already.
     *
     * @param area null for the whole country
     */
    Optional<Subscription> existing(String senderId, DciEvent event, String url, String area) {
        return database.query(
                "SELECT s.code, s.sender_id, s.event, s.transaction_id, s.record_type"
                        + " FROM dci_subscription s JOIN webhook w ON w.webhook_id = s.code"
                        + " WHERE s.sender_id = :sender AND s.event = :event AND w.url = :url"
                        + " AND w.area_code IS NOT DISTINCT FROM :area AND w.state <> 'WITHDRAWN'",
                q ->
                        q.bind("sender", senderId)
                                .bind("event", event)
                                .bind("url", url)
                                .bind("area", area)
                                .map(database.rowsAs(Subscription.class))
                                .findFirst());
    }

    /** Whether an officer has approved it. */
    boolean isApproved(UUID code) {
        return database.query(
                "SELECT count(*) FROM webhook WHERE webhook_id = :code AND approved_by IS NOT NULL",
                q -> q.bind("code", code).mapTo(Integer.class).one() > 0);
    }
}
