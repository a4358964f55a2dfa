package dev.rollcall.job.yaml;

/** Values that are right one by one and wrong together; thrown by a record's constructor. */
public final class WrongValue extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String key;
  private final String remedy;

  /** Names the key to look at; an empty key means the record as a whole. */
  public WrongValue(String key, String what, String remedy) {
    super(what);
    this.key = key;
    this.remedy = remedy;
  }

  /** The key to look at. */
  public String key() {
    return key;
  }

  /** What would be right. */
  public String remedy() {
    return remedy;
  }
}
