package dev.rollcall.tenant.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyVariablesTest {

  private static final URI WORKATO = URI.create("https://www.workato.com/api/members");

  @ParameterizedTest
  @CsvSource({
    "HTTPS_PROXY, http://proxy.example.com:3128, proxy.example.com:3128",
    "https_proxy, http://proxy.example.com:3128/, proxy.example.com:3128",
    "https_proxy, proxy.example.com:3128, proxy.example.com:3128",
    "HTTPS_PROXY, HTTP://proxy.example.com:8080, proxy.example.com:8080",
    "HTTPS_PROXY, http://proxy.example.com, proxy.example.com:1080",
    "HTTPS_PROXY, http://anna:word@proxy.example.com:3128, proxy.example.com:3128",
    "HTTPS_PROXY, http://anna:w@rd/#?@[fd00::1]:3128, [fd00::1]:3128",
    "ALL_PROXY, http://10.1.2.3:3128, 10.1.2.3:3128",
    "all_proxy, http://10.1.2.3:3128, 10.1.2.3:3128",
    "HTTP_PROXY, http://proxy.example.com:3128, -",
    "HTTPS_PROXY, ' ', -",
    "OTHER, http://proxy.example.com:3128, -"
  })
  void aVariableNamesTheProxy(String name, String value, String proxy) {
    assertThat(on(Map.of(name, value), WORKATO)).isEqualTo(proxy);
  }

  @Test
  void theSmallFormWinsAndTheKindOfAddressCounts() {
    Map<String, String> both =
        Map.of(
            "HTTPS_PROXY",
            "http://large:1",
            "https_proxy",
            "http://small:2",
            "http_proxy",
            "http://plain:3",
            "all_proxy",
            "http://all:4");

    assertThat(on(both, WORKATO)).isEqualTo("small:2");
    assertThat(on(both, URI.create("http://www.workato.com"))).isEqualTo("plain:3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*                           | https://www.workato.com         | direct",
        "workato.com                 | https://www.workato.com         | direct",
        "workato.com                 | https://workato.com             | direct",
        ".workato.com                | https://www.workato.com         | direct",
        "*.workato.com               | https://www.workato.com         | direct",
        "WWW.Workato.COM.            | https://www.workato.com         | direct",
        "other.com, workato.com      | https://www.workato.com         | direct",
        "other.com workato.com       | https://www.workato.com         | direct",
        "workato.com:443             | https://www.workato.com         | direct",
        "workato.com:8443            | https://www.workato.com         | proxy",
        "workato.com:8443            | https://www.workato.com:8443    | direct",
        "ato.com                     | https://www.workato.com         | proxy",
        "www.workato.com.evil.com    | https://www.workato.com         | proxy",
        ",, ,                        | https://www.workato.com         | proxy",
        "w*                          | https://www.workato.com         | proxy",
        "10.0.0.0/8                  | https://10.2.3.4                | direct",
        "10.0.0.0/8                  | https://11.2.3.4                | proxy",
        "10.2.3.4                    | https://10.2.3.4                | direct",
        "10.2.3.0/25                 | https://10.2.3.200              | proxy",
        "10.0.0.0/99                 | https://10.2.3.4                | proxy",
        "10.0.0.0/x                  | https://10.2.3.4                | proxy",
        "3.4                         | https://10.2.3.4                | proxy",
        "fd00::/8                    | https://[fd12::1]               | direct",
        "[fd12::1]:443               | https://[fd12::1]               | direct",
        "::1                         | https://[fd12::1]               | proxy",
      })
  void exceptionsAreUnderstoodAsCurlDoes(String exceptions, String address, String way) {
    Map<String, String> variables =
        Map.of("HTTPS_PROXY", "http://proxy:3128", "NO_PROXY", exceptions);

    assertThat(on(variables, URI.create(address)))
        .isEqualTo(way.equals("proxy") ? "proxy:3128" : "-");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://localhost:8443",
        "https://LOCALHOST.:8443",
        "https://api.localhost",
        "https://127.0.0.1",
        "https://127.9.9.9",
        "https://[::1]:8443",
        "http://127.0.0.1:8080"
      })
  void whatGoesToThisMachineStaysOnIt(String address) {
    Map<String, String> variables =
        Map.of("HTTPS_PROXY", "http://proxy:3128", "HTTP_PROXY", "http://proxy:3128");

    assertThat(on(variables, URI.create(address))).isEqualTo("-");
    assertThat(Proxies.always(ProxyServer.at("proxy:3128")).on(URI.create(address))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "socks5://anna:s3cret@proxy:1080",
        "https://anna:s3cret@proxy:3128",
        "http://anna:s3cret@",
        "http://anna:s3cret@proxy:99999",
        "http://:s3cret@proxy:3128",
        "http://anna:s3cret@pro xy:3128",
        "http://anna:s3cret%0A@proxy:3128"
      })
  void whatIsNoProxyIsNamedByItsVariableAlone(String value) {
    ProxyVariables variables = new ProxyVariables(Map.of("HTTPS_PROXY", value));

    assertThatThrownBy(() -> variables.on(WORKATO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("HTTPS_PROXY")
        .hasMessageContaining("target.proxy")
        .hasMessageNotContaining("s3cret");
    assertThat(variables.toString()).doesNotContain("s3cret");
  }

  @Test
  void nameAndPasswordAreDecodedAndCannotBePrinted() {
    ProxyServer proxy = ProxyServer.at("http://an%20na:p%40s%3As+1%@proxy:3128");

    assertThat(proxy.login().orElseThrow().header()).isEqualTo("Basic YW4gbmE6cEBzOnMrMSU=");
    assertThat(proxy.toString()).isEqualTo("proxy:3128");
    assertThat(proxy.login().toString()).doesNotContain("an na").doesNotContain("p@s");
    assertThat(Proxies.always(proxy).secrets().hide("so p@s:s+1% it is")).isEqualTo("so *** it is");
  }

  private static String on(Map<String, String> variables, URI way) {
    return new ProxyVariables(variables).on(way).map(ProxyServer::toString).orElse("-");
  }
}
