/** The part of juice that knows neither files nor networks; its types are those of the whole. */
declare module 'juice/client.js' {
  import juice from 'juice';
  export default juice;
}
