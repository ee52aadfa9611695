/**
 * Files that people send: received, read and applied once.
 *
 * <ul>
 *   <li>{@link id.pkh.platform.files.Uploads} streams a body to a temporary file with a limit.
 *   <li>{@link id.pkh.platform.files.UploadTypes} lists the content types that uploads accept.
 *   <li>{@link id.pkh.platform.files.TabularFile} reads CSV and XLSX row by row; a file that cannot
 *       be read is refused by name. {@link id.pkh.platform.files.Columns}, {@link
 *       id.pkh.platform.files.Dates} and {@link id.pkh.platform.files.Months} parse what people
 *       write.
 *   <li>{@link id.pkh.platform.files.FileReceipts} applies a file once: small files in one
 *       transaction, large ones in chunks that are resumed after a crash.
 *   <li>{@link id.pkh.platform.files.FileAnswers} responds to the sender, and {@code GET
 *       /api/v1/imports} shows what was sent.
 * </ul>
 *
 * A resource that receives a file needs only a few lines:
 *
 * <pre>{@code
 * @POST
 * @ReceivesFile
 * public RestResponse<FileResultView> groups(InputStream body, @QueryParam("filename") String filename) {
 *     return answers.to(body, filename, upload -> receipts.once("groups", upload, groups::apply));
 * }
 * }</pre>
 */
package id.pkh.platform.files;
