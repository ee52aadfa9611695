/** What the meeting service counts about a month: docs/rules/figures.md. */
package id.pkh.meeting.figure;
