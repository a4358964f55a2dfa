package dev.rollcall.cli;

import dev.rollcall.sandbox.SandboxOptions;
import dev.rollcall.sandbox.workiva.OrganizationSandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** An audit firm in a folder of its own: an organization, a roster, and a job file for both. */
final class AuditFirm implements AutoCloseable {

  static final String ROSTER =
      """
      Email,Name,Status,Organization roles,Workspaces,Workspace roles,Workspace groups,Files
      ana@example.com,Ana Silva,active,Org User Admin,,FY26 = Workspace Owner,FY26 / Controllers,
      bob@example.com,Bob Roy,active,,,"FY26 = Editor, Viewer; Audit = Editor",FY26 / Q1/Q2 close,10-K = Editor
      cy@example.com,Cy Moe,left,,,,,
      new@example.com,New Face,active,,Audit,FY26 = Viewer,FY26 / Controllers; FY26 / Certifiers,
      """;

  private static final String ORGANIZATION =
      """
      {
        "organization": { "id": "org-1", "name": "Audit Firm" },
        "roles": ["Org User Admin", "Org Security Admin"],
        "people": [
          { "username": "robot@example.org", "roles": ["Org User Admin"] },
          { "username": "ana@example.com", "displayName": "Ana Silva", "roles": ["Org User Admin"] },
          { "username": "bob@example.com", "displayName": "Bob Roy", "roles": ["Org Security Admin"] },
          { "username": "cy@example.com", "displayName": "Cy Moe" }
        ],
        "workspaces": [
          { "name": "FY26", "roles": ["Workspace Owner", "Editor", "Viewer", "Copy Manager"],
            "members": { "ana@example.com": ["Workspace Owner"], "bob@example.com": ["Copy Manager"],
              "cy@example.com": ["Editor"] },
            "groups": { "Controllers": ["cy@example.com"], "Q1/Q2 close": [] } },
          { "name": "Audit", "roles": ["Editor"], "members": { "cy@example.com": ["Editor"] } }
        ],
        "files": [
          { "id": "doc-1", "family": "documents", "name": "10-K",
            "permissions": { "bob@example.com": "Viewer", "FY26 / Controllers": "Viewer" } }
        ]
      }
      """;

  private static final String JOB =
      """
      name: firm
      sources:
        - { name: hr, type: csv, path: people.csv }
      groups:
        FY26 / Controllers: { files: ["10-K = Editor"] }
        FY26 / Certifiers: { used-by: Q4 certification, needed-by: 2999-01-10 }
      target:
        type: workiva
        url: URL
        organization: org-1
        client-id: sandbox-client
        client-secret: sandbox-secret
        files: { 10-K: { document: doc-1 } }
        rate: { per-minute: 60000 }
      scope: { emails: ["*@example.com"] }
      safety: { minimum-admins: 0, removals: { share: 100%, count: 9 }, losses: { share: 100%, count: 99 } }
      """;

  final OrganizationSandbox organization;
  final Path folder;

  AuditFirm(Path folder) {
    this(folder, ORGANIZATION);
  }

  AuditFirm(Path folder, String seed) {
    this.folder = folder;
    write("organization.json", seed);
    this.organization =
        OrganizationSandbox.start(
            SandboxOptions.of().withSeed(folder.resolve("organization.json")));
    roster(ROSTER);
    write("job.yaml", JOB.replace("URL", organization.url().toString()));
  }

  void roster(String text) {
    write("people.csv", text);
  }

  String roster() {
    try {
      return Files.readString(folder.resolve("people.csv"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path job() {
    return folder.resolve("job.yaml");
  }

  AuditFirm turned(String key, String position) {
    organization.behave(Map.of(key, position));
    return this;
  }

  Ran run(String command, String... options) {
    String[] all = new String[options.length + 2];
    all[0] = command;
    all[1] = job().toString();
    System.arraycopy(options, 0, all, 2, options.length);
    return Shell.run(all);
  }

  String state() {
    return organization.comparableState();
  }

  @Override
  public void close() {
    organization.close();
  }
}
