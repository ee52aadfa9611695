package id.pkh.registry;

import id.pkh.localstack.LocalStackResource;
import id.pkh.registry.enrolment.MembershipFact;
import id.pkh.registry.enrolment.RecordDecision;
import id.pkh.registry.family.domain.Measure;
import id.pkh.registry.identity.Identities;
import id.pkh.registry.identity.PersonalField;
import id.pkh.registry.support.Api;
import id.pkh.registry.support.RegistryTables;
import id.pkh.registry.support.Rows;
import id.pkh.registry.support.TestPeople;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Starts the service with a real database and a real broker. Each test imports the families that it
 * needs.
 */
@QuarkusTestResource(
        value = LocalStackResource.class,
        restrictToAnnotatedClass = false,
        initArgs = @ResourceArg(name = "database", value = "registry"))
public abstract class RegistryComponentTest {

    @Inject protected RegistryTables tables;
    @Inject Identities identities;
    @Inject RecordDecision recordDecision;

    protected UUID familyOf(String card) {
        return UUID.fromString(
                tables.text(
                        "SELECT id FROM kpm WHERE family_card_token = ?",
                        identities.tokenOf(PersonalField.FAMILY_CARD, card)));
    }

    protected UUID memberOf(String nik) {
        return UUID.fromString(
                tables.text(
                        "SELECT id FROM family_member WHERE nik_token = ? AND former_since IS NULL",
                        nikToken(nik)));
    }

    /** Makes a family active past the steps that officers would have to decide. */
    protected void makeActive(UUID kpm) {
        tables.execute(
                "UPDATE kpm SET status = 'ACTIVE', base_status = 'ACTIVE' WHERE id = ?", kpm);
    }

    /** A decision of the verification service takes effect, by which the family leaves. */
    protected UUID leaves(UUID kpm, Measure exit) {
        UUID decision = UUID.randomUUID();
        recordDecision.handle(
                new MembershipFact.TookEffect(
                        decision, kpm, exit, LocalDate.parse("2026-01-01"), 1));
        return decision;
    }

    protected String nikToken(String nik) {
        return identities.tokenOf(PersonalField.NIK, nik);
    }

    /** An active family whose members carry no component. */
    protected UUID importedFamily() {
        String card = TestPeople.card();
        Api.importing("families", Rows.families().family(card, TestPeople.woman("1985-03-02")))
                .statusCode(201);
        return familyOf(card);
    }
}
