package id.pkh.district.story;

import id.pkh.client.PkhClient;
import id.pkh.client.http.ApiResponse;
import id.pkh.client.meeting.GroupsApi;
import id.pkh.client.platform.model.FileResult;
import id.pkh.client.registry.ImportsApi;
import java.io.File;
import java.nio.file.Path;

/** The operations that receive a file, by the kind that the manifest gives it. */
public final class Uploads {

    private Uploads() {}

    /** Sends a roster as it is. */
    public static ApiResponse<FileResult> roster(PkhClient service, String kind, Path roster) {
        File file = roster.toFile();
        String name = file.getName();
        return switch (kind) {
            case "areas" ->
                    service.call(ImportsApi::new, a -> a.importAreasWithHttpInfo(file, name));
            case "facilitators" ->
                    service.call(
                            ImportsApi::new, a -> a.importFacilitatorsWithHttpInfo(file, name));
            case "families" ->
                    service.call(ImportsApi::new, a -> a.importFamiliesWithHttpInfo(file, name));
            case "members" ->
                    service.call(ImportsApi::new, a -> a.importMembersWithHttpInfo(file, name));
            case "groups" ->
                    service.call(GroupsApi::new, a -> a.importGroupsWithHttpInfo(file, name));
            default -> throw unknown(kind);
        };
    }

    /**
     * Sends a sheet of attendance or visits as it is.
     *
     * @param correction why an earlier sheet is corrected; null for the first one
     */
    public static ApiResponse<FileResult> sheet(
            PkhClient service, String kind, Path sheet, String correction) {
        File file = sheet.toFile();
        String name = file.getName();
        Boolean corrects = correction == null ? null : true;
        return switch (kind) {
            case "group-meeting" ->
                    service.call(
                            id.pkh.client.meeting.SheetsApi::new,
                            sheets ->
                                    sheets.sendGroupMeetingSheetWithHttpInfo(
                                            file, corrects, name, correction));
            case "p2k2" ->
                    service.call(
                            id.pkh.client.meeting.SheetsApi::new,
                            sheets ->
                                    sheets.sendP2k2SheetWithHttpInfo(
                                            file, corrects, name, correction));
            case "school-attendance" ->
                    service.call(
                            id.pkh.client.verification.SheetsApi::new,
                            sheets ->
                                    sheets.sendSchoolAttendanceSheetWithHttpInfo(
                                            file, corrects, name, correction));
            case "health-visits" ->
                    service.call(
                            id.pkh.client.verification.SheetsApi::new,
                            sheets ->
                                    sheets.sendHealthVisitsSheetWithHttpInfo(
                                            file, corrects, name, correction));
            default -> throw unknown(kind);
        };
    }

    private static StoryFailure unknown(String kind) {
        return new StoryFailure("no operation receives a file of the kind " + kind);
    }
}
