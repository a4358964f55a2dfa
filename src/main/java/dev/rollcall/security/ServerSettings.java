package dev.rollcall.security;

import java.util.regex.Pattern;

/**
 * What the drivers of servers may be told, by the names in their makers' documentation. Left out is
 * what loads classes, runs statements of its own, lets a server ask for our files, writes files, or
 * leads to another server than the one that messages name.
 */
final class ServerSettings {

  private static final String LOADS = "it loads code";
  private static final String RUNS = "it runs SQL";
  private static final String ELSEWHERE = "it leads to another server than the address names";
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,60}");
  private static final Pattern NO = Pattern.compile("(?i)false|0");

  /** That of PostgreSQL. */
  static final DriverSettings POSTGRESQL =
      DriverSettings.exactly()
          .with(
              """
              adaptiveFetch adaptiveFetchMaximum adaptiveFetchMinimum allowEncodingChanges
              ApplicationName assumeMinServerVersion autosave binaryTransfer binaryTransferDisable
              binaryTransferEnable cancelSignalTimeout channelBinding cleanupSavepoints
              connectTimeout convertBooleanToNumeric currentSchema databaseMetadataCacheFields
              databaseMetadataCacheFieldsMiB defaultRowFetchSize disableColumnSanitiser
              escapeSyntaxCallMode flushCacheOnDdl groupStartupParameters gssEncMode gsslib
              gssResponseTimeout gssUseDefaultCreds hideUnprivilegedObjects hostRecheckSeconds
              kerberosServerName loadBalanceHosts localSocketAddress loginTimeout
              logServerErrorDetail maxResultBuffer maxSendBufferSize options password
              pemKeyAlgorithm preferQueryMode preparedStatementCacheQueries
              preparedStatementCacheSizeMiB prepareThreshold protocolVersion queryTimeout
              quoteReturningIdentifiers receiveBufferSize requireAuth reWriteBatchedInserts
              reWriteBatchedInsertsSize scramMaxIterations sendBufferSize socketTimeout ssl
              sslcert sslkey sslmode sslNegotiation sslpassword sslResponseTimeout sslrootcert
              sspiServiceClass stringtype targetServerType tcpKeepAlive tcpNoDelay unknownLength
              user useSpnego
              """)
          .with(
              Pattern.compile("org\\.postgresql\\.ssl\\.(DefaultJavaSSLFactory|LibPQFactory)"),
              "sslfactory")
          .without(
              LOADS,
              """
              authenticationPluginClassName classLoaderStrategy connectExecutor connectExecutorArg
              jaasApplicationName jaasLogin socketFactory socketFactoryArg sslfactory
              sslfactoryarg sslhostnameverifier sslpasswordcallback xmlFactoryFactory
              """)
          .without("it writes a file", "loggerFile loggerLevel logUnclosedConnections")
          .without("it reads settings from elsewhere", "service")
          .without("reading only is not a matter of choice", "readOnly readOnlyMode replication")
          .without(ELSEWHERE, "PGHOST PGPORT PGDBNAME host port dbname");

  /** That of MariaDB, which also reads MySQL. */
  static final DriverSettings MARIADB =
      DriverSettings.inAnyCase()
          .with(
              """
              user password timezone connectionTimeZone forceConnectionTimeZoneToSession
              preserveInstants pureLocalDateTime useMysqlMetadata nullDatabaseMeansCurrent
              nullCatalogMeansCurrent useCatalogTerm databaseTerm jdbcCompliantTruncation
              oldModeNoPrecisionTimestamp permitNoResults defaultFetchSize maxQuerySizeToLog
              maxAllowedPacket maxAllowedColumns geometryDefaultType restrictedAuth
              metaExportedKeys connectTimeout tcpKeepAlive uuidAsString tcpKeepIdle tcpKeepCount
              tcpKeepInterval tcpAbortiveClose localSocketAddress socketTimeout useReadAheadInput
              sslMode useSsl trustServerCertificate disableSslHostnameVerification serverSslCert
              keyStore trustStore keyStorePassword trustStorePassword keyPassword keyStoreType
              trustStoreType clientCertificateKeyStoreUrl clientCertificateKeyStorePassword
              clientCertificateKeyStoreType trustCertificateKeyStoreUrl
              trustCertificateKeyStorePassword trustCertificateKeyStoreType enabledSslCipherSuites
              enabledSslProtocolSuites fallbackToSystemKeyStore fallbackToSystemTrustStore
              rewriteBatchedStatements useCompression useAffectedRows useBulkStmts
              useBulkStmtsForInserts disablePipeline cachePrepStmts prepStmtCacheSize
              useServerPrepStmts connectionAttributes servicePrincipalName
              disconnectOnExpiredPasswords blankTableNameMeta tinyInt1isBit
              transformedBitIsBoolean yearIsDateType dumpQueriesOnException
              includeInnodbStatusInDeadlockExceptions includeThreadDumpInDeadlockExceptions
              retriesAllDown useIpForKillQuery serverRsaPublicKeyFile allowPublicKeyRetrieval
              permitMysqlScheme
              """)
          .with(WORD, "connectionCollation transactionIsolation")
          .with(
              NO,
              "allowLocalInfile allowMultiQueries createDatabaseIfNotExist permitRedirect pool"
                  + " transactionReplay")
          .without(LOADS, "socketFactory tlsSocketType credentialType")
          .without(RUNS, "initSql sessionVariables allowMultiQueries galeraAllowedState")
          .without("the server could ask for any file", "allowLocalInfile")
          .without("it creates a database", "createDatabaseIfNotExist")
          .without(ELSEWHERE, "localSocket pipe permitRedirect database")
          .without("connections are kept by Rollcall", "pool poolName maxPoolSize registerJmxPool")
          .without("reading only is not a matter of choice", "readOnlyPropagatesToServer");

  /** That of SQL Server. */
  static final DriverSettings SQL_SERVER =
      DriverSettings.inAnyCase()
          .with(
              """
              applicationIntent applicationName columnEncryptionSetting databaseName database
              disableStatementPooling encrypt serverCertificate prepareMethod failoverPartner
              hostNameInCertificate instanceName instance integratedSecurity
              useDefaultGSSCredential keyStoreAuthentication keyStoreSecret keyStoreLocation
              lastUpdateCount lockTimeout loginTimeout multiSubnetFailover packetSize password
              portNumber port queryTimeout responseBuffering selectMethod
              sendStringParametersAsUnicode serverNameAsACE domain domainName serverName server
              iPAddressPreference serverSpn realm TransparentNetworkIPResolution
              trustServerCertificate trustStoreType trustStore trustStorePassword
              sendTimeAsDatetime datetimeParameterType user userName workstationID xopenStates
              authenticationScheme authentication accessToken socketTimeout fips
              enablePrepareOnFirstPreparedStatementCall serverPreparedStatementDiscardThreshold
              statementPoolingCacheSize calcBigDecimalPrecision sslProtocol cancelQueryTimeout
              useBulkCopyForBatchInsert vectorTypeSupport msiClientId keyVaultProviderClientId
              keyVaultProviderClientKey useFmtOnly keyStorePrincipalId clientCertificate clientKey
              clientKeyPassword delayLoadingLobs AADSecurePrincipalId AADSecurePrincipalSecret
              maxResultBuffer connectRetryCount connectRetryInterval quotedIdentifier
              concatNullYieldsNull
              """)
          .without(
              LOADS,
              """
              socketFactoryClass socketFactoryConstructorArg trustManagerClass
              trustManagerConstructorArg accessTokenCallback accessTokenCallbackClass
              jaasConfigurationName useDefaultJaasConfig
              """)
          .without(RUNS, "retryExec retryConn")
          .without(ELSEWHERE, "enclaveAttestationUrl enclaveAttestationProtocol")
          .without("reading only is not a matter of choice", "replication");

  private ServerSettings() {}
}
