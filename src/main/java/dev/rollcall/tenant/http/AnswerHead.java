package dev.rollcall.tenant.http;

import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.util.CharArrayBuffer;

/** Reads the heads of answers on one connection, and no more of those that announce others. */
final class AnswerHead extends DefaultHttpResponseParser {

  private static final int LONGEST_LINE = 64 * 1024;
  private static final int MOST_LINES = 100;

  /** The client counts as too many what reaches its bound. */
  static final Http1Config BOUNDS =
      Http1Config.custom().setMaxLineLength(LONGEST_LINE).setMaxHeaderCount(MOST_LINES + 1).build();

  private static final int MOST_INTERIM = 8;

  private int interim;

  AnswerHead() {
    super(BOUNDS);
  }

  @Override
  protected ClassicHttpResponse createMessage(CharArrayBuffer line)
      throws IOException, HttpException {
    ClassicHttpResponse head = super.createMessage(line);
    interim = head.getCode() < 200 ? interim + 1 : 0;
    if (interim > MOST_INTERIM) {
      throw new MessageConstraintException("too many interim answers");
    }
    return head;
  }
}
