package id.pkh.disbursement.money.schedule;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.disbursement.BankComponentTest;
import id.pkh.disbursement.support.BankApi;
import id.pkh.platform.persistence.DatabaseFailure;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MoneyNewsWatchComponentTest extends BankComponentTest {

    @Inject MoneyNewsWatch watch;
    @Inject MoneyTeller teller;

    @Test
    void whatStaysUntoldShowsAndIsGoneWhenItIsTold() {
        UUID kpm = familyAt("BRI");
        String batch = preparedBatch();
        BankApi.approve(batch, BankApi.hashOf(batch), BankApi.CHECKER).statusCode(200);
        watch.look();
        assertThat(age()).isZero();
        tables.execute("ALTER TABLE outbox ADD CONSTRAINT away CHECK (false) NOT VALID");
        try {
            BankApi.send(batch, BankApi.SENDER).statusCode(200);
            tables.execute("UPDATE money_news SET waiting_since = now() - interval '700 seconds'");
            watch.look();
            assertThat(age()).isBetween(700.0, 760.0);
        } finally {
            tables.execute("ALTER TABLE outbox DROP CONSTRAINT away");
        }

        teller.lookAgain();
        assertThat(tables.publishedNames(kpm))
                .containsExactly("entitlement-calculated", "payment-sent");
        watch.look();
        assertThat(age()).isZero();
    }

    @Test
    void whatCannotBeReadIsNotKnown() {
        tables.execute("ALTER TABLE money_news RENAME TO money_news_away");
        try {
            assertThatThrownBy(() -> watch.look()).isInstanceOf(DatabaseFailure.class);
            assertThat(age()).isNaN();
        } finally {
            tables.execute("ALTER TABLE money_news_away RENAME TO money_news");
        }
        watch.look();
        assertThat(age()).isZero();
    }

    private static double age() {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("money_news_oldest_age_seconds "))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .mapToDouble(Double::parseDouble)
                .findFirst()
                .orElseThrow();
    }
}
