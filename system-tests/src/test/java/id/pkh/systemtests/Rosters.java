package id.pkh.systemtests;

import id.pkh.client.PkhClient;
import id.pkh.client.registry.ImportsApi;
import id.pkh.district.story.Cast;
import id.pkh.district.story.RosterPermission;
import id.pkh.district.story.Stage;
import id.pkh.district.story.Uploads;
import java.nio.file.Path;
import java.util.function.Function;

/** The rosters with which a sub-district begins. */
final class Rosters {

    private Rosters() {}

    /**
     * The ministry permits the roster of families, and another person sends it.
     *
     * @param fileOf the file of each kind: facilitators, groups, families, members
     */
    static void send(Stage stage, Cast cast, String subDistrict, Function<String, Path> fileOf) {
        PkhClient registry = stage.registry(cast.administrator());
        Uploads.roster(registry, "facilitators", fileOf.apply("facilitators"));
        Uploads.roster(stage.meeting(cast.administrator()), "groups", fileOf.apply("groups"));
        Path families = fileOf.apply("families");
        stage.registry(cast.officer())
                .call(
                        ImportsApi::new,
                        imports ->
                                imports.permitInitialRoster(
                                        RosterPermission.of(
                                                subDistrict, RosterPermission.sha256(families))));
        Uploads.roster(registry, "families", families);
        Uploads.roster(registry, "members", fileOf.apply("members"));
        stage.awaitQuiet("the roster");
    }
}
