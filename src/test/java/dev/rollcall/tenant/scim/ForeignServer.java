package dev.rollcall.tenant.scim;

import static org.assertj.core.api.Assumptions.assumeThat;

/** Service providers that others have made, and what they make of versions. */
enum ForeignServer {
  /** In the process. */
  SCIM_SDK("SCIM-SDK", Versions.HEEDED) {
    @Override
    ForeignProvider start(boolean filters) {
      return new SdkProvider(filters);
    }
  },
  /** In the process; it says that it has versions. */
  SCIMPLE("SCIMple", Versions.NONE) {
    @Override
    ForeignProvider start(boolean filters) {
      return new ScimpleProvider(filters);
    }
  },
  /** Where Node and its packages are; the versions are those of the web server around it. */
  SCIMMY("scimmy", Versions.IGNORED) {
    @Override
    ForeignProvider start(boolean filters) {
      assumeThat(ScimmyProvider.isInstalled())
          .as("scimmy is in target/scimmy: mvn -Pscimmy antrun:run@scimmy")
          .isTrue();
      return new ScimmyProvider(filters);
    }
  };

  /** What becomes of {@code If-Match}. */
  enum Versions {
    /** A change of an older version than there is is refused. */
    HEEDED,
    /** Versions are shown, and a change of an older one is made all the same. */
    IGNORED,
    /** No versions are shown. */
    NONE
  }

  private final String name;
  private final Versions versions;

  ForeignServer(String name, Versions versions) {
    this.name = name;
    this.versions = versions;
  }

  /**
   * Starts one without anybody.
   *
   * @param filters whether it looks at filters at all
   */
  abstract ForeignProvider start(boolean filters);

  Versions versions() {
    return versions;
  }

  @Override
  public String toString() {
    return name;
  }
}
